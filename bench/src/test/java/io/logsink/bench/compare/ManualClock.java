package io.logsink.bench.compare;

import java.util.function.LongSupplier;

/** A clock that goes on by what it is told to, and by a step each time that it is looked at. */
final class ManualClock implements LongSupplier {
  private final long stepNanos;
  private long nanos;

  ManualClock(long stepNanos) {
    this.stepNanos = stepNanos;
  }

  @Override
  public long getAsLong() {
    return nanos += stepNanos;
  }

  void pass(double more) {
    nanos += (long) more;
  }
}
