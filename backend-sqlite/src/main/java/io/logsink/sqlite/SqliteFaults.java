package io.logsink.sqlite;

import io.logsink.api.LogSinkException;
import io.logsink.storage.Faults;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What an error of SQLite means for the caller. */
final class SqliteFaults {
  private static final int PRIMARY_CODE = 0xff;

  private final Faults faults;

  SqliteFaults(Faults faults) {
    this.faults = faults;
  }

  /** An error that is not SQLite's. */
  Faults plain() {
    return faults;
  }

  /** Whether {@code e} says that the file is damaged, or no database at all. */
  static boolean isDamage(SQLException e) {
    SQLiteErrorCode code = primary(e);
    return code == SQLiteErrorCode.SQLITE_CORRUPT || code == SQLiteErrorCode.SQLITE_NOTADB;
  }

  LogSinkException of(String operation, SQLException e) {
    String name = code(e).name();
    return switch (primary(e)) {
      case SQLITE_CORRUPT, SQLITE_NOTADB ->
          faults.corrupt(operation, "the database is damaged: " + text(e), name, e);
      case SQLITE_FULL ->
          faults.full(
              operation, "no room on the disk; free some, or lower retention.max-bytes", name, e);
      case SQLITE_READONLY, SQLITE_PERM ->
          faults.unavailable(
              operation,
              "not allowed (" + text(e) + "); give this user the right to write it",
              name,
              e);
      case SQLITE_BUSY, SQLITE_LOCKED ->
          faults.unavailable(operation, "another program uses the database; try again", name, e);
      default -> other(operation, name, e);
    };
  }

  /** The wal-index grows by itself, and says so in its own way when there is no room for it. */
  private LogSinkException other(String operation, String name, SQLException e) {
    return code(e) == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE
        ? faults.full(operation, "no room on the disk for the wal-index; free some", name, e)
        : faults.unavailable(operation, text(e), name, e);
  }

  private static String text(SQLException e) {
    return String.valueOf(e.getMessage());
  }

  private static SQLiteErrorCode code(SQLException e) {
    return e instanceof SQLiteException sqlite
        ? sqlite.getResultCode()
        : SQLiteErrorCode.getErrorCode(e.getErrorCode());
  }

  private static SQLiteErrorCode primary(SQLException e) {
    return SQLiteErrorCode.getErrorCode(code(e).code & PRIMARY_CODE);
  }
}
