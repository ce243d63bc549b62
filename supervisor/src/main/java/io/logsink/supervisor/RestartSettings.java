package io.logsink.supervisor;

import io.logsink.api.InvalidSettingException;
import java.time.Duration;

/**
 * When a service is started again.
 *
 * @param policy whether it is
 * @param firstDelay the wait before the first restart in a row, 1 ms or more; it doubles
 * @param maxDelay the longest wait, firstDelay to 1 h
 * @param healthyTime a run of that length ends the row: the next wait is the first again; 0 to 1
 *     day
 * @param maxCount how many restarts in a row before it is given up; 0 is without limit
 */
public record RestartSettings(
    RestartPolicy policy,
    Duration firstDelay,
    Duration maxDelay,
    Duration healthyTime,
    int maxCount) {
  /** After failures; 500 ms to 30 s, from the start again after 1 min; without limit. */
  public static final RestartSettings DEFAULT =
      new RestartSettings(
          RestartPolicy.ON_FAILURE,
          Duration.ofMillis(500),
          Duration.ofSeconds(30),
          Duration.ofMinutes(1),
          0);

  /** Checks the values. */
  public RestartSettings {
    if (firstDelay.compareTo(Duration.ofMillis(1)) < 0) {
      throw new InvalidSettingException("firstDelay", firstDelay, "1 ms or more");
    }
    if (maxDelay.compareTo(firstDelay) < 0 || maxDelay.compareTo(Duration.ofHours(1)) > 0) {
      throw new InvalidSettingException("maxDelay", maxDelay, "firstDelay to 1 h");
    }
    if (healthyTime.isNegative() || healthyTime.compareTo(Duration.ofDays(1)) > 0) {
      throw new InvalidSettingException("healthyTime", healthyTime, "0 to 1 day");
    }
    if (maxCount < 0) {
      throw new InvalidSettingException("maxCount", maxCount, "0 or more");
    }
  }
}
