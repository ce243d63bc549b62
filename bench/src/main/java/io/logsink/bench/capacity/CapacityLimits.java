package io.logsink.bench.capacity;

import io.logsink.api.InvalidSettingException;
import java.time.Duration;

/**
 * What a rate has to keep to, and how closely the highest one is looked for.
 *
 * @param visibleP99 99 of 100 records are visible within that time from when they were due
 * @param resolution how far the lowest rate that is refused may lie above the highest that is held:
 *     0.05 is 5 %; 0.01 to 1
 * @param startRate the rate that is tried first, in records a second
 * @param maxRate no higher rate is tried
 * @param confirmCount how often the rate that was found has to hold again, without a failure
 *     between, 1 to 100
 * @param maxTrialCount when to give up, 5 or more
 */
public record CapacityLimits(
    Duration visibleP99,
    double resolution,
    double startRate,
    double maxRate,
    int confirmCount,
    int maxTrialCount) {
  private static final double LEAST_RESOLUTION = 0.01;
  private static final double MOST_RATE = 1e8;

  /** One second, 5 %, from 2,000 to 4,000,000 records a second, three times, 60 trials. */
  public static final CapacityLimits DEFAULT =
      new CapacityLimits(Duration.ofSeconds(1), 0.05, 2_000, 4_000_000, 3, 60);

  /** Checks the numbers. */
  public CapacityLimits {
    if (!visibleP99.isPositive()) {
      throw new InvalidSettingException("visibleP99", visibleP99, "more than 0");
    }
    if (!(resolution >= LEAST_RESOLUTION && resolution <= 1)) {
      throw new InvalidSettingException("resolution", resolution, "0.01 to 1");
    }
    if (!(maxRate > 0 && maxRate <= MOST_RATE)) {
      throw new InvalidSettingException("maxRate", maxRate, "more than 0, 100000000 at most");
    }
    if (!(startRate > 0 && startRate <= maxRate)) {
      throw new InvalidSettingException("startRate", startRate, "more than 0, maxRate at most");
    }
    if (confirmCount < 1 || confirmCount > 100) {
      throw new InvalidSettingException("confirmCount", confirmCount, "1 to 100");
    }
    if (maxTrialCount < 5) {
      throw new InvalidSettingException("maxTrialCount", maxTrialCount, "5 or more");
    }
  }
}
