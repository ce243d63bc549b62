package io.logsink.rotfile;

import io.logsink.api.InvalidSettingException;
import io.logsink.storage.RetentionSettings;
import io.logsink.storage.WindowSettings;
import java.nio.file.Path;

/**
 * The settings of a {@code rotfile} store.
 *
 * @param directory the store's folder
 * @param window when to roll to new files
 * @param retention when to drop old ones
 * @param zstdLevel how hard sealed files are compressed, 1 (fast) to 22 (small)
 * @param maxOpenFiles how many text files and ledgers are open at a time, 1 to 100,000; those of
 *     the index come on top, about three a sealed window that is searched
 */
public record RotfileSettings(
    Path directory,
    WindowSettings window,
    RetentionSettings retention,
    int zstdLevel,
    int maxOpenFiles) {
  /** The folder {@code logsink-data/rotfile}; sealed at level 3; 128 open files. */
  public static final RotfileSettings DEFAULT =
      new RotfileSettings(
          Path.of("logsink-data", "rotfile"),
          WindowSettings.DEFAULT,
          RetentionSettings.DEFAULT,
          3,
          128);

  /** Checks the numbers. */
  public RotfileSettings {
    if (zstdLevel < 1 || zstdLevel > 22) {
      throw new InvalidSettingException("zstdLevel", zstdLevel, "1 to 22");
    }
    if (maxOpenFiles < 1 || maxOpenFiles > 100_000) {
      throw new InvalidSettingException("maxOpenFiles", maxOpenFiles, "1 to 100000");
    }
  }

  /** These in another folder. */
  public RotfileSettings withDirectory(Path other) {
    return new RotfileSettings(other, window, retention, zstdLevel, maxOpenFiles);
  }

  /** These with other windows. */
  public RotfileSettings withWindow(WindowSettings other) {
    return new RotfileSettings(directory, other, retention, zstdLevel, maxOpenFiles);
  }

  /** These with another retention. */
  public RotfileSettings withRetention(RetentionSettings other) {
    return new RotfileSettings(directory, window, other, zstdLevel, maxOpenFiles);
  }

  /** These with another compression. */
  public RotfileSettings withZstdLevel(int other) {
    return new RotfileSettings(directory, window, retention, other, maxOpenFiles);
  }

  /** These with another number of open files. */
  public RotfileSettings withMaxOpenFiles(int other) {
    return new RotfileSettings(directory, window, retention, zstdLevel, other);
  }
}
