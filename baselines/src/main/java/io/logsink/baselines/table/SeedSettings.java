package io.logsink.baselines.table;

import io.logsink.api.InvalidSettingException;
import java.nio.file.Path;

/**
 * The settings of {@code sqlite-seed}; what is not here is as SQLite has it.
 *
 * @param directory the store's folder
 * @param busyMillis how long a statement waits for another program's lock, 0 or more
 */
public record SeedSettings(Path directory, int busyMillis) {
  /** The folder {@code logsink-data/sqlite-seed}, three seconds. */
  public static final SeedSettings DEFAULT =
      new SeedSettings(Path.of("logsink-data", "sqlite-seed"), 3_000);

  /** Checks the time. */
  public SeedSettings {
    if (busyMillis < 0) {
      throw new InvalidSettingException("busyMillis", busyMillis, "0 or more");
    }
  }
}
