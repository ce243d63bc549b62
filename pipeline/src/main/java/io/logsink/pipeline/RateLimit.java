package io.logsink.pipeline;

import io.logsink.api.InvalidSettingException;

/**
 * A token bucket: so many records a second in the long run, so many at once.
 *
 * @param perSecondCount records a second; 0 is no limit
 * @param burstCount records that may come at once after a silence, 1 or more
 */
public record RateLimit(long perSecondCount, long burstCount) {
  /** Everything passes. */
  public static final RateLimit NONE = new RateLimit(0, 1);

  /** Checks the numbers. */
  public RateLimit {
    if (perSecondCount < 0) {
      throw new InvalidSettingException("perSecondCount", perSecondCount, "0 or more");
    }
    if (burstCount < 1) {
      throw new InvalidSettingException("burstCount", burstCount, "1 or more");
    }
  }

  boolean limits() {
    return perSecondCount > 0;
  }
}
