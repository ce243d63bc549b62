package io.logsink.bench.database;

import io.logsink.api.Durability;
import io.logsink.sqlite.SqliteSettings;
import io.logsink.sqlite.SqliteSettings.JournalMode;
import io.logsink.sqlite.SqliteSettings.Synchronous;
import io.logsink.storage.RetentionSettings;
import io.logsink.storage.WindowSettings;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How a database of the matrix is set up.
 *
 * @param directory its folder
 * @param journalMode how SQLite makes a commit atomic
 * @param synchronous when SQLite waits for the disk
 * @param indexed whether rows have an index by time and one by source beside their own order
 * @param jobUpdatesPerSecond how often somebody else updates a second table of the same file; 0
 *     when there is none
 */
public record DatabaseSettings(
    Path directory,
    JournalMode journalMode,
    Synchronous synchronous,
    boolean indexed,
    int jobUpdatesPerSecond) {
  private static final WindowSettings ONE_WINDOW =
      new WindowSettings(Duration.ofDays(3_650), 1L << 50);

  /** Checks the rate. */
  public DatabaseSettings {
    if (jobUpdatesPerSecond < 0) {
      throw new IllegalArgumentException(
          "updates a second must be 0 or more, not " + jobUpdatesPerSecond);
    }
  }

  /** The product's own settings, with nothing added, in a folder called like {@code backend}. */
  static DatabaseSettings usual(String backend) {
    return new DatabaseSettings(
        Path.of("logsink-data", backend),
        SqliteSettings.DEFAULT.journalMode(),
        SqliteSettings.DEFAULT.synchronous(),
        false,
        0);
  }

  /** For the product's backend: one window, whatever comes, so that there is one database file. */
  SqliteSettings product() {
    return new SqliteSettings(
        directory, ONE_WINDOW, RetentionSettings.DEFAULT, journalMode, synchronous);
  }

  /** What a commit survives; the same as the product says of the same settings. */
  Durability appendDurability() {
    return atLeast(journalMode == JournalMode.WAL ? Synchronous.FULL : Synchronous.EXTRA);
  }

  /** What it survives after a sync. */
  Durability syncDurability() {
    return atLeast(journalMode == JournalMode.WAL ? Synchronous.NORMAL : Synchronous.FULL);
  }

  private Durability atLeast(Synchronous least) {
    return synchronous.compareTo(least) >= 0 ? Durability.POWER_LOSS : Durability.PROCESS_CRASH;
  }
}
