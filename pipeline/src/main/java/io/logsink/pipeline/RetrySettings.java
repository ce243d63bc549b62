package io.logsink.pipeline;

import io.logsink.api.InvalidSettingException;
import java.time.Duration;

/**
 * How long the pipeline waits before it tries an append again that failed for now: twice as long
 * each time.
 *
 * @param firstDelay the first wait, 1 ms or more
 * @param maxDelay the longest, at least the first
 */
public record RetrySettings(Duration firstDelay, Duration maxDelay) {
  /** 50 ms to 5 s. */
  public static final RetrySettings DEFAULT =
      new RetrySettings(Duration.ofMillis(50), Duration.ofSeconds(5));

  /** Checks the times. */
  public RetrySettings {
    if (firstDelay.compareTo(Duration.ofMillis(1)) < 0) {
      throw new InvalidSettingException("firstDelay", firstDelay, "1 ms or more");
    }
    if (maxDelay.compareTo(firstDelay) < 0 || maxDelay.compareTo(Duration.ofHours(1)) > 0) {
      throw new InvalidSettingException("maxDelay", maxDelay, "firstDelay to 1 h");
    }
  }
}
