package io.logsink.sqlite;

import io.logsink.api.Durability;
import io.logsink.storage.RetentionSettings;
import io.logsink.storage.WindowSettings;
import java.nio.file.Path;

/**
 * The settings of a {@code sqlite} store.
 *
 * @param directory the store's folder
 * @param window when to roll to a new database file
 * @param retention when to drop old ones
 * @param journalMode how SQLite makes a commit atomic
 * @param synchronous when SQLite waits for the disk
 */
public record SqliteSettings(
    Path directory,
    WindowSettings window,
    RetentionSettings retention,
    JournalMode journalMode,
    Synchronous synchronous) {
  /** The folder {@code logsink-data/sqlite}, WAL, NORMAL. */
  public static final SqliteSettings DEFAULT =
      new SqliteSettings(
          Path.of("logsink-data", "sqlite"),
          WindowSettings.DEFAULT,
          RetentionSettings.DEFAULT,
          JournalMode.WAL,
          Synchronous.NORMAL);

  /** How SQLite makes a commit atomic: {@code PRAGMA journal_mode}. */
  public enum JournalMode {
    /**
     * New pages go to a log beside the database; readers and the writer do not wait for each other.
     */
    WAL,
    /** Old pages go to a journal that is deleted at commit; a reader holds up the writer. */
    DELETE
  }

  /** When SQLite waits for the disk: {@code PRAGMA synchronous}. */
  public enum Synchronous {
    /** Never. */
    OFF,
    /** At checkpoints with WAL; at most moments that matter with DELETE. */
    NORMAL,
    /** At every commit. */
    FULL,
    /** At every commit, and until the journal's deletion is on disk too. */
    EXTRA
  }

  /** These in another folder. */
  public SqliteSettings withDirectory(Path other) {
    return new SqliteSettings(other, window, retention, journalMode, synchronous);
  }

  /** These with other windows. */
  public SqliteSettings withWindow(WindowSettings other) {
    return new SqliteSettings(directory, other, retention, journalMode, synchronous);
  }

  /** These with other retention. */
  public SqliteSettings withRetention(RetentionSettings other) {
    return new SqliteSettings(directory, window, other, journalMode, synchronous);
  }

  /** These with another journal. */
  public SqliteSettings withJournal(JournalMode mode, Synchronous sync) {
    return new SqliteSettings(directory, window, retention, mode, sync);
  }

  /**
   * What a commit survives. With DELETE a commit is only final once the journal's deletion is on
   * disk, for which FULL does not wait.
   */
  Durability appendDurability() {
    Synchronous least = journalMode == JournalMode.WAL ? Synchronous.FULL : Synchronous.EXTRA;
    return synchronous.compareTo(least) >= 0 ? Durability.POWER_LOSS : Durability.PROCESS_CRASH;
  }

  /**
   * What it survives after a sync, which flushes the log or the folder; what SQLite never flushed
   * it cannot make good.
   */
  Durability syncDurability() {
    Synchronous least = journalMode == JournalMode.WAL ? Synchronous.NORMAL : Synchronous.FULL;
    return synchronous.compareTo(least) >= 0 ? Durability.POWER_LOSS : Durability.PROCESS_CRASH;
  }
}
