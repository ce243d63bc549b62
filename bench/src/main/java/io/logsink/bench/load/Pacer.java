package io.logsink.bench.load;

import java.util.concurrent.locks.LockSupport;

/** Waits for a time to come. */
final class Pacer {
  private Pacer() {}

  /**
   * Returns at {@code nanos}, or a little after it as the system has it; at once when the thread is
   * interrupted.
   *
   * @return what the time is then
   */
  static long awaitUntil(long nanos) {
    long now = System.nanoTime();
    while (now - nanos < 0 && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(nanos - now);
      now = System.nanoTime();
    }
    return now;
  }
}
