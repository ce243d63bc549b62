package io.logsink.app;

import io.logsink.api.InvalidSettingException;
import java.time.Duration;

/**
 * How {@code logsink run} tells its statistics.
 *
 * @param interval the time between two lines, 100 ms or more
 */
record StatsSettings(Duration interval) {
  /** A line every ten seconds. */
  static final StatsSettings DEFAULT = new StatsSettings(Duration.ofSeconds(10));

  /** Checks the interval. */
  StatsSettings {
    if (interval.compareTo(Duration.ofMillis(100)) < 0) {
      throw new InvalidSettingException("interval", interval, "100 ms or more");
    }
  }
}
