package io.logsink.baselines.appender;

import java.nio.file.Path;

/**
 * The settings of {@code log4j2}; what is not here is as Log4j2 has it.
 *
 * @param directory the folder of the files
 * @param pattern the layout of a line; has {@code %msg} and ends in {@code %n}
 * @param fileBytes at how many bytes the next file begins, 64 KiB or more
 */
public record Log4jSettings(Path directory, String pattern, long fileBytes) {
  /** The folder {@code logsink-data/log4j2}, 64 MiB. */
  public static final Log4jSettings DEFAULT =
      new Log4jSettings(Path.of("logsink-data", "log4j2"), LinePattern.DEFAULT, 64L << 20);

  /** Checks pattern and size. */
  public Log4jSettings {
    LinePattern.require(pattern);
    LinePattern.requireFileBytes(fileBytes);
  }
}
