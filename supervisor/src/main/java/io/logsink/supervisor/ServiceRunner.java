package io.logsink.supervisor;

import io.logsink.api.record.Source;
import io.logsink.pipeline.LogEmitter;
import io.logsink.supervisor.ServiceProcess.Output;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Runs one service, again and again as its policy says, on a thread of its own. */
final class ServiceRunner {
  private final String name;
  private final ServiceSettings settings;
  private final Source source;
  private final InstantSource clock;
  private final ServiceEmitter emitter;
  private final ServiceEvents events;
  private final ServiceBoard board;
  private final Backoff backoff;
  private final LongAdder printedBytes = new LongAdder();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread;
  private @Nullable ServiceRun current; // guarded by this

  ServiceRunner(String name, ServiceSettings settings, LogEmitter emitter, InstantSource clock) {
    this.name = name;
    this.settings = settings;
    this.source = Supervisor.sourceOf(name);
    this.clock = clock;
    this.emitter = new ServiceEmitter(emitter);
    this.events = new ServiceEvents(name, this.emitter, clock);
    this.board = new ServiceBoard(clock);
    this.backoff = new Backoff(settings.restart());
    this.thread = Thread.ofPlatform().name("logsink-service-" + name).daemon().unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /** Stops it, soon, and for good. */
  synchronized void requestStop() {
    board.stopping();
    stopped.countDown();
    if (current != null) {
      current.requestStop();
    }
  }

  void joinUninterruptibly() {
    Joins.join(thread);
  }

  boolean awaitEnd(Duration timeout) throws InterruptedException {
    return thread.join(timeout);
  }

  ServiceStatus status() {
    return board.status(name, emitter.emittedCount(), printedBytes.sum(), emitter.refusedCount());
  }

  private boolean isStopped() {
    return stopped.getCount() == 0;
  }

  private void run() {
    try {
      boolean again = !isStopped();
      while (again) {
        again = runOnce();
      }
    } catch (InterruptedException | RuntimeException | LinkageError e) {
      board.failed(e.toString());
      events.broken(e.toString());
    } finally {
      board.ended();
    }
  }

  /** Whether there is to be another run. */
  private boolean runOnce() throws InterruptedException {
    board.starting();
    ServiceRun run = tryStart();
    if (run == null) {
      return awaitRestart(true, Duration.ZERO);
    }
    events.started(run.pid(), board.restartCount());
    int exitCode = run.run();
    leave(run, exitCode);
    return awaitRestart(exitCode != 0, run.runTime());
  }

  private @Nullable ServiceRun tryStart() {
    try {
      ServiceRun run = ServiceRun.start(settings, this::pump);
      enter(run);
      return run;
    } catch (IOException e) {
      String why = String.valueOf(e.getMessage());
      board.failed(why);
      events.startFailed(why);
      return null;
    }
  }

  private OutputPump pump(ServiceProcess process) throws IOException {
    List<Output> outputs = process.outputs();
    return new OutputPump(
        outputs, outputs.stream().map(this::splitter).toList(), clock, printedBytes);
  }

  private LineSplitter splitter(Output output) {
    return new LineSplitter(
        source, output.attributes(), output.terminal(), settings.line(), emitter::emitPrinted);
  }

  private synchronized void enter(ServiceRun run) {
    board.started(run.pid());
    current = run;
    if (isStopped()) {
      run.requestStop();
    }
  }

  private void leave(ServiceRun run, int exitCode) {
    synchronized (this) {
      current = null;
    }
    board.exited(exitCode);
    emitter.endOfSource(source);
    events.exited(run.pid(), exitCode, run.runTime(), isStopped());
  }

  private boolean awaitRestart(boolean failed, Duration runTime) throws InterruptedException {
    if (isStopped()) {
      return false;
    }
    if (!settings.restart().policy().restartsAfter(failed)) {
      events.ended(settings.restart().policy());
      return false;
    }
    Duration delay = backoff.after(runTime);
    if (delay == null) {
      events.givenUp(settings.restart().maxCount());
      return false;
    }
    board.waiting();
    events.restarting(delay);
    return !stopped.await(delay.toNanos(), TimeUnit.NANOSECONDS);
  }
}
