package io.logsink.supervisor;

import io.logsink.api.InvalidSettingException;
import io.logsink.api.record.LogBody;
import java.time.Duration;

/**
 * How what a service prints becomes records.
 *
 * @param maxBytes the longest body; a longer line becomes several records; 1 KiB to 16 MiB
 * @param flushDelay how long bytes wait for the end of their line before they become a record
 *     without it; 1 ms to 1 h
 * @param severity how a line gets its severity
 */
public record LineSettings(int maxBytes, Duration flushDelay, SeverityRule severity) {
  private static final int LEAST_MAX_BYTES = 1 << 10;

  /** 1 MiB, which every backend stores; 1 s; by level word. */
  public static final LineSettings DEFAULT =
      new LineSettings(1 << 20, Duration.ofSeconds(1), SeverityRule.LEVEL_WORD);

  /** Checks the values. */
  public LineSettings {
    if (maxBytes < LEAST_MAX_BYTES || maxBytes > LogBody.MAX_BYTES) {
      throw new InvalidSettingException("maxBytes", maxBytes, "1 KiB to 16 MiB");
    }
    if (flushDelay.compareTo(Duration.ofMillis(1)) < 0
        || flushDelay.compareTo(Duration.ofHours(1)) > 0) {
      throw new InvalidSettingException("flushDelay", flushDelay, "1 ms to 1 h");
    }
  }
}
