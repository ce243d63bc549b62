package io.logsink.supervisor;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * One run of a service, from the start of its process until all that it printed was emitted.
 *
 * <p>Three threads have a part in it. The caller's reads. A virtual one waits for the process. A
 * second virtual one waits until the process has ended or is to be stopped, ends it and what it
 * left behind, and only then tells the reader, so that last words are read too.
 */
final class ServiceRun {
  /** Makes the pump for a process. */
  interface PumpFactory {
    OutputPump pump(ServiceProcess process) throws IOException;
  }

  private final ServiceProcess process;
  private final OutputPump pump;
  private final Duration stopTime;
  private final long startNanos = System.nanoTime();
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile int exitCode;
  private volatile long endNanos;

  private ServiceRun(ServiceProcess process, OutputPump pump, Duration stopTime) {
    this.process = process;
    this.pump = pump;
    this.stopTime = stopTime;
  }

  /** Starts the process. */
  static ServiceRun start(ServiceSettings settings, PumpFactory pumps) throws IOException {
    ServiceProcess process = ServiceProcess.start(settings);
    try {
      return new ServiceRun(process, pumps.pump(process), settings.stopTime());
    } catch (IOException | RuntimeException e) {
      boolean _ = Posix.kill(process.pid(), Posix.SIGKILL);
      process.close();
      throw e;
    }
  }

  long pid() {
    return process.pid();
  }

  /** Ends the process, soon; from any thread. */
  void requestStop() {
    over.countDown();
  }

  /**
   * Reads until the end. Afterwards nothing of the run is left.
   *
   * @return the exit code
   */
  int run() {
    Thread waiter = Thread.ofVirtual().start(this::awaitExit);
    Thread ender = Thread.ofVirtual().start(this::end);
    try (process;
        pump) {
      try {
        pump.run();
      } finally {
        requestStop(); // which it was, unless reading failed
        Joins.join(ender);
        Joins.join(waiter);
      }
    }
    return exitCode;
  }

  private void awaitExit() {
    try {
      exitCode = process.waitFor();
      endNanos = System.nanoTime();
      over.countDown();
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts this thread", e);
    }
  }

  private void end() {
    try {
      over.await();
      new ProcessTree(process).end(stopTime);
      int _ = process.waitFor();
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts this thread", e);
    } finally {
      pump.finish();
    }
  }

  /** How long the process was there, once it has ended. */
  Duration runTime() {
    return Duration.ofNanos(endNanos - startNanos);
  }
}
