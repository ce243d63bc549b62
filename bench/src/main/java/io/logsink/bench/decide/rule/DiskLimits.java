package io.logsink.bench.decide.rule;

import io.logsink.api.InvalidSettingException;
import java.time.Duration;

/**
 * What the logs may take of the disk.
 *
 * @param maxDayBytes the most of one day; 0 is no limit
 * @param maxBytes the most of all that is kept; 0 is no limit
 * @param keep how long records have to be kept; zero asks for nothing
 */
public record DiskLimits(long maxDayBytes, long maxBytes, Duration keep) {
  /** No limit. */
  public static final DiskLimits NONE = new DiskLimits(0, 0, Duration.ZERO);

  /** Checks the values. */
  public DiskLimits {
    require("maxDayBytes", maxDayBytes);
    require("maxBytes", maxBytes);
    if (keep.isNegative()) {
      throw new InvalidSettingException("keep", keep, "0 or more");
    }
    if (maxBytes > 0 && keep.isZero()) {
      throw new InvalidSettingException("keep", keep, "more than 0 where maxBytes is set");
    }
  }

  private static void require(String field, long value) {
    if (value < 0) {
      throw new InvalidSettingException(field, value, "0 or more");
    }
  }

  /** Whether there is a limit in bytes. */
  public boolean isLimited() {
    return maxDayBytes > 0 || maxBytes > 0;
  }
}
