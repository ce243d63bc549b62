package io.logsink.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Condition;

/** Time that passes when it is told to. Waiting does something, or else lets the time pass. */
final class ManualClock implements PipelineClock {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private long nanos = 1_000;

  /** What happens while somebody waits; returns whether something did. */
  Activity meanwhile = () -> false;

  /** Whether who waits is interrupted. */
  boolean interrupts;

  /** Something that the other threads would do. */
  interface Activity {
    /** Does it; returns whether there was anything to do. */
    boolean run();
  }

  void pass(Duration time) {
    nanos += time.toNanos();
  }

  @Override
  public Instant now() {
    return START.plusNanos(nanos);
  }

  @Override
  public long nanos() {
    return nanos;
  }

  @Override
  public void await(Condition condition, long waitNanos) throws InterruptedException {
    if (interrupts) {
      throw new InterruptedException();
    }
    if (!meanwhile.run()) {
      nanos += waitNanos;
    }
  }
}
