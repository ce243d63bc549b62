package io.logsink.pipeline;

/** Lets so many through a second. Guarded by the flow's lock. */
final class TokenBucket {
  private static final double NANOS_PER_SECOND = 1e9;

  private final RateLimit limit;
  private final PipelineClock clock;
  private double tokens;
  private long filledNanos;

  /** A full one. */
  TokenBucket(RateLimit limit, PipelineClock clock) {
    this.limit = limit;
    this.clock = clock;
    this.tokens = limit.burstCount();
    this.filledNanos = clock.nanos();
  }

  /** Whether there was a token, which is gone now. */
  boolean take() {
    if (!limit.limits()) {
      return true;
    }
    fill();
    if (tokens < 1) {
      return false;
    }
    tokens--;
    return true;
  }

  private void fill() {
    long now = clock.nanos();
    double added = (now - filledNanos) / NANOS_PER_SECOND * limit.perSecondCount();
    tokens = Math.min((double) limit.burstCount(), tokens + added);
    filledNanos = now;
  }
}
