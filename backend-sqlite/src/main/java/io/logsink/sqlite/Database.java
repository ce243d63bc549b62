package io.logsink.sqlite;

import io.logsink.api.LogSinkException;
import io.logsink.storage.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/**
 * A window's database file and the connections to it.
 *
 * <p>Only SQLite may open the file itself: closing any other channel on it would give the locks of
 * this process back.
 *
 * @param file the database
 * @param settings journal mode and synchronous for the connection that writes
 * @param faults makes its errors
 */
record Database(Path file, SqliteSettings settings, SqliteFaults faults) {
  private static final int BUSY_MILLIS = 2_000;
  private static final int PAGE_BYTES = 8_192;

  /** Makes the file and its tables, and returns the connection that writes. */
  Connection create() throws LogSinkException {
    try {
      Connection connection = connect(false);
      try {
        prepareToWrite(connection);
        Schema.create(connection);
        connection.commit();
        Folders.sync(folder());
        return connection;
      } catch (SQLException | IOException e) {
        closeAfter(connection, e);
        throw e;
      }
    } catch (SQLException e) {
      throw faults.of("create window", e);
    } catch (IOException e) {
      throw faults.plain().of("create window", e);
    }
  }

  /** Opens the file to write; SQLite then rolls back what a crash has left unfinished. */
  Connection openToWrite() throws LogSinkException {
    requireFile();
    try {
      Connection connection = connect(false);
      try {
        prepareToWrite(connection);
        requireVersion(connection);
        return connection;
      } catch (SQLException | LogSinkException e) {
        closeAfter(connection, e);
        throw e;
      }
    } catch (SQLException e) {
      throw faults.of("open", e);
    }
  }

  /** Opens the file to read. */
  Connection openToRead() throws LogSinkException {
    requireFile();
    try {
      Connection connection = connect(true);
      try {
        requireVersion(connection);
        return connection;
      } catch (SQLException | LogSinkException e) {
        closeAfter(connection, e);
        throw e;
      }
    } catch (SQLException e) {
      throw faults.of("open", e);
    }
  }

  /** SQLite would make an empty database in the place of one that is gone. */
  private void requireFile() throws LogSinkException {
    if (!Files.exists(file)) {
      throw faults
          .plain()
          .corrupt("open", "the database is gone", "-", new NoSuchFileException(file.toString()));
    }
  }

  private void requireVersion(Connection connection) throws SQLException, LogSinkException {
    int version = Schema.versionOf(connection);
    if (version != Schema.VERSION) {
      throw faults
          .plain()
          .corrupt(
              "open",
              "its tables have version %d and this program knows %d"
                  .formatted(version, Schema.VERSION));
    }
  }

  private Connection connect(boolean readOnly) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(readOnly);
    if (readOnly) {
      config.resetOpenMode(SQLiteOpenMode.CREATE);
    }
    config.setBusyTimeout(BUSY_MILLIS);
    config.setPageSize(PAGE_BYTES);
    config.setGetGeneratedKeys(false);
    return config.createConnection("jdbc:sqlite:" + file);
  }

  /** The writer checkpoints by itself, between appends; see {@link SqliteWindow}. */
  private void prepareToWrite(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = " + settings.journalMode());
      statement.execute("PRAGMA synchronous = " + settings.synchronous());
      statement.execute("PRAGMA wal_autocheckpoint = 0");
    }
    connection.setAutoCommit(false);
  }

  private static void closeAfter(Connection connection, Exception because) {
    try {
      connection.close();
    } catch (SQLException e) {
      because.addSuppressed(e);
    }
  }

  Path wal() {
    return file.resolveSibling(file.getFileName() + "-wal");
  }

  Path folder() {
    return Objects.requireNonNull(file.getParent(), "the database is in its window's folder");
  }

  /** The bytes of the database and of its log. */
  long storedBytes() {
    return file.toFile().length() + wal().toFile().length();
  }
}
