package io.logsink.bench.workload;

import io.logsink.api.InvalidSettingException;
import java.time.Duration;

/**
 * Records that come all at once, on top of the steady ones.
 *
 * @param size how many, 0 (no bursts) to 1,000,000
 * @param every the time from one burst to the next, 10 ms to 1 day in whole milliseconds
 */
public record BurstPlan(int size, Duration every) {
  /** The most records of a burst. */
  static final int MOST_SIZE = 1_000_000;

  private static final Duration SHORTEST = Duration.ofMillis(10);

  /** No bursts. */
  public static final BurstPlan NONE = new BurstPlan(0, Duration.ofSeconds(10));

  /** Checks the numbers. */
  public BurstPlan {
    if (size < 0 || size > MOST_SIZE) {
      throw new InvalidSettingException("size", size, "0 to 1000000");
    }
    boolean isWhole = Duration.ofMillis(every.toMillis()).equals(every);
    if (!isWhole || every.compareTo(SHORTEST) < 0 || every.compareTo(Duration.ofDays(1)) > 0) {
      throw new InvalidSettingException("every", every, "10 ms to 1 day in whole milliseconds");
    }
  }

  /** Records a second, on average. */
  public double rate() {
    return size * 1_000.0 / every.toMillis();
  }
}
