package io.logsink.bench.workload;

import io.logsink.api.Capabilities;
import io.logsink.api.InvalidSettingException;

/**
 * How long made-up lines are: log-normal, since real lines are mostly short and a few are very
 * long.
 *
 * @param meanBytes the mean, 1 B or more
 * @param spread the standard deviation of the logarithm, 0 (all the same) to 3
 * @param maxBytes no line is longer, up to 1 MiB
 */
public record LengthPlan(int meanBytes, double spread, int maxBytes) {
  private static final double MOST_SPREAD = 3;

  /** 110 B on average, half of them 72 to 134 B, none over 64 KiB. */
  public static final LengthPlan DEFAULT = new LengthPlan(110, 0.5, 64 << 10);

  /** Checks the numbers. */
  public LengthPlan {
    if (maxBytes < 1 || maxBytes > Capabilities.LEAST_MAX_RECORD_BYTES) {
      throw new InvalidSettingException("maxBytes", maxBytes, "1 B to 1 MiB");
    }
    if (meanBytes < 1 || meanBytes > maxBytes) {
      throw new InvalidSettingException("meanBytes", meanBytes, "1 B to maxBytes, " + maxBytes);
    }
    if (!(spread >= 0 && spread <= MOST_SPREAD)) {
      throw new InvalidSettingException("spread", spread, "0 to 3");
    }
  }

  /** These lengths with another mean. */
  public LengthPlan withMeanBytes(int other) {
    return new LengthPlan(other, spread, Math.max(maxBytes, other));
  }
}
