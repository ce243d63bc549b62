package io.logsink.baselines.appender;

import io.logsink.api.InvalidSettingException;

/** The layout that both libraries understand. */
final class LinePattern {
  /** Time, severity, source and body, as in the manuals of both. */
  static final String DEFAULT = "%d{ISO8601} %-5level %logger - %msg%n";

  private static final long LEAST_FILE_BYTES = 64 << 10;

  private LinePattern() {}

  /** One line a record is what the bench counts. */
  static void require(String pattern) {
    if (!pattern.contains("%m") || !pattern.endsWith("%n")) {
      throw new InvalidSettingException(
          "pattern", "\"%s\"".formatted(pattern), "one with %msg that ends in %n");
    }
  }

  static void requireFileBytes(long fileBytes) {
    if (fileBytes < LEAST_FILE_BYTES) {
      throw new InvalidSettingException("fileBytes", fileBytes, "64 KiB or more");
    }
  }
}
