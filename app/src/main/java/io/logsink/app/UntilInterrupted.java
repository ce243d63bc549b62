package io.logsink.app;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * For a command that runs until Ctrl-C: a signal asks the command to end, waits until it has, and
 * makes the exit code 0. Open while the command runs.
 */
final class UntilInterrupted implements AutoCloseable {
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = new Thread(this::end, "until-interrupted");

  UntilInterrupted() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Waits for {@code time}, or less when the command is asked to end; returns whether it is. */
  boolean within(Duration time) throws InterruptedException {
    return asked.await(time.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void end() {
    asked.countDown();
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(0);
  }

  @Override
  public void close() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the JVM is ending because of the signal, and the hook does the rest
    }
  }
}
