package io.logsink.baselines.appender;

import java.nio.file.Path;

/**
 * The settings of {@code logback}; what is not here is as Logback has it.
 *
 * @param directory the folder of the files
 * @param pattern the layout of a line; has {@code %msg} and ends in {@code %n}
 * @param fileBytes at how many bytes the next file begins, 64 KiB or more; Logback looks once a
 *     minute
 */
public record LogbackSettings(Path directory, String pattern, long fileBytes) {
  /** The folder {@code logsink-data/logback}, 64 MiB. */
  public static final LogbackSettings DEFAULT =
      new LogbackSettings(Path.of("logsink-data", "logback"), LinePattern.DEFAULT, 64L << 20);

  /** Checks pattern and size. */
  public LogbackSettings {
    LinePattern.require(pattern);
    LinePattern.requireFileBytes(fileBytes);
  }
}
