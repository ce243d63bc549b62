package com.example.journal;

import io.logsink.api.InvalidSettingException;
import java.nio.file.Path;

/**
 * The settings of the {@code journal} backend.
 *
 * @param directory the store's folder
 * @param maxBytes the most bytes of the file, 1 MiB or more; an append beyond is refused
 */
public record JournalSettings(Path directory, long maxBytes) {
  /** The folder {@code logsink-data/journal}, 256 MiB. */
  public static final JournalSettings DEFAULT =
      new JournalSettings(Path.of("logsink-data", "journal"), 256L << 20);

  /** Checks both. */
  public JournalSettings {
    if (directory.toString().isEmpty()) {
      throw new InvalidSettingException("directory", "\"\"", "the path of a folder");
    }
    if (maxBytes < 1 << 20) {
      throw new InvalidSettingException("maxBytes", maxBytes, "1 MiB or more");
    }
  }
}
