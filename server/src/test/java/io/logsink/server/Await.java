package io.logsink.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for what other threads do. */
final class Await {
  private static final long LOOK_NANOS = 5_000_000;

  private Await() {}

  static void until(String what, Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + Rig.PATIENCE.toNanos();
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("waited too long for: " + what).isLessThan(end);
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }
}
