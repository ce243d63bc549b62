package io.logsink.baselines.table;

import io.logsink.api.query.LogEntry;
import io.logsink.api.record.LogBatch;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Severity;
import io.logsink.api.record.Source;
import io.logsink.baselines.entry.EntryStore;
import io.logsink.baselines.entry.Extent;
import io.logsink.baselines.entry.RecordBytes;
import io.logsink.baselines.entry.Walk;
import io.logsink.storage.Folders;
import io.logsink.storage.block.DamagedBlockException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Records as rows, through the one connection that the program has: a question waits its turn. */
final class SeedStore implements EntryStore {
  static final String FILE = "logs.db";
  private static final String TABLE =
      "CREATE TABLE IF NOT EXISTS logs (id INTEGER PRIMARY KEY, time INTEGER NOT NULL, observed"
          + " INTEGER NOT NULL, severity INTEGER NOT NULL, source TEXT NOT NULL, body BLOB NOT"
          + " NULL, attributes BLOB NOT NULL)";
  private static final String INSERT =
      "INSERT INTO logs (id, time, observed, severity, source, body, attributes)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?)";
  private static final String[] PRAGMAS = {"journal_mode", "synchronous", "page_size"};

  private final Path folder;
  private final Connection connection;
  private final PreparedStatement insert;
  private final Map<String, String> engine = new TreeMap<>();
  private long newest;

  private SeedStore(Path folder, Connection connection) throws SQLException {
    this.folder = folder;
    this.connection = connection;
    run(TABLE);
    run("CREATE INDEX IF NOT EXISTS logs_time ON logs (time)");
    run("CREATE INDEX IF NOT EXISTS logs_source ON logs (source)");
    insert = connection.prepareStatement(INSERT);
    newest = Long.parseLong(ask("SELECT coalesce(max(id), 0) FROM logs"));
    for (String pragma : PRAGMAS) {
      engine.put(pragma, ask("PRAGMA " + pragma));
    }
  }

  static SeedStore open(SeedSettings settings) throws SQLException {
    Connection connection =
        DriverManager.getConnection("jdbc:sqlite:" + settings.directory().resolve(FILE));
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = " + settings.busyMillis());
      return new SeedStore(settings.directory(), connection);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String ask(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(sql)) {
      return String.valueOf(answer.getString(1));
    }
  }

  @Override
  public long append(LogBatch batch) throws SQLException {
    long sequence = newest;
    try {
      for (LogRecord entry : batch) {
        insert(++sequence, entry);
      }
    } catch (SQLException e) {
      takeBack();
      throw e;
    }
    newest = sequence;
    return sequence;
  }

  /** An append that throws leaves nothing, as far as SQLite still takes a statement. */
  private synchronized void takeBack() throws SQLException {
    run("DELETE FROM logs WHERE id > " + newest);
  }

  private synchronized void insert(long sequence, LogRecord entry) throws SQLException {
    insert.setLong(1, sequence);
    insert.setLong(2, entry.timestampNanos());
    insert.setLong(3, entry.observedTimestampNanos());
    insert.setInt(4, entry.severity().number());
    insert.setString(5, entry.source().name());
    insert.setBytes(6, entry.body().unsafeArray());
    insert.setBytes(7, RecordBytes.attributes(entry.attributes()));
    insert.executeUpdate();
  }

  @Override
  public void sync() throws IOException {
    Folders.sync(folder);
  }

  @Override
  public Extent extent() {
    return Extent.upTo(newest);
  }

  @Override
  public synchronized void walk(Walk walk, Predicate<LogEntry> taker)
      throws SQLException, DamagedBlockException {
    try (PreparedStatement select = new RowQuery(walk).prepare(connection);
        ResultSet rows = select.executeQuery()) {
      boolean wanted = true;
      while (wanted && rows.next()) {
        wanted = taker.test(entry(rows));
      }
    }
  }

  private static LogEntry entry(ResultSet row) throws SQLException, DamagedBlockException {
    return new LogEntry(
        row.getLong(1),
        new LogRecord(
            row.getLong(2),
            row.getLong(3),
            Severity.ofNumber(row.getInt(4)),
            Source.of(row.getString(5)),
            LogBody.unsafeWrap(row.getBytes(6)),
            RecordBytes.attributes(row.getBytes(7))));
  }

  @Override
  public Map<String, String> engine() {
    return engine;
  }

  @Override
  public void close() throws IOException, SQLException {
    try (connection;
        insert) {
      sync();
    }
  }
}
