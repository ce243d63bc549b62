package io.logsink.pipeline;

import io.logsink.api.InvalidSettingException;
import java.time.Duration;

/**
 * What the pipeline does by the clock. Each is 1 ms to 1 day.
 *
 * @param syncInterval when what was appended is synced
 * @param maintainInterval when the sink's maintenance runs
 * @param lossInterval when records that were lost are told in the log
 * @param saveInterval when the counters are written down: what a process that is killed may forget
 */
public record TimerSettings(
    Duration syncInterval,
    Duration maintainInterval,
    Duration lossInterval,
    Duration saveInterval) {
  /** Sync each second, maintenance and losses every ten, counters every five. */
  public static final TimerSettings DEFAULT =
      new TimerSettings(
          Duration.ofSeconds(1),
          Duration.ofSeconds(10),
          Duration.ofSeconds(10),
          Duration.ofSeconds(5));

  /** Checks the times. */
  public TimerSettings {
    require("syncInterval", syncInterval);
    require("maintainInterval", maintainInterval);
    require("lossInterval", lossInterval);
    require("saveInterval", saveInterval);
  }

  private static void require(String field, Duration value) {
    if (value.compareTo(Duration.ofMillis(1)) < 0 || value.compareTo(Duration.ofDays(1)) > 0) {
      throw new InvalidSettingException(field, value, "1 ms to 1 day");
    }
  }
}
