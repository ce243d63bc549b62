package io.logsink.sqlite;

import io.logsink.api.LogSinkException;
import io.logsink.api.query.Direction;
import io.logsink.api.record.LogBatch;
import io.logsink.storage.Folders;
import io.logsink.storage.Window;
import io.logsink.storage.WindowSummary;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A window in a database: one connection that writes, when it is open for that, and some that read,
 * each used by one scan at a time.
 *
 * <p>The blocks are kept in memory, about one per thousand rows: a scan picks those that can have a
 * match and reads the rows of these alone. They are published after the commit that has their rows.
 *
 * <p>SQLite's own checkpoint would run inside the commit that happens to fill the log. This writer
 * checkpoints between appends instead, without waiting for readers ({@code PASSIVE}), once the log
 * has grown to {@value #CHECKPOINT_BYTES} bytes.
 */
final class SqliteWindow implements Window {
  private static final long CHECKPOINT_BYTES = 8L << 20;

  private final Database database;
  private final SqliteFaults faults;
  private final Sources sources = new Sources();
  private final ReadConnections readers;
  private final @Nullable Connection connection;
  private final @Nullable RowWriter writer;
  private final String synchronous;
  private volatile List<Block> blocks = List.of();
  private volatile WindowSummary summary = WindowSummary.EMPTY;

  /** A window over {@code database}, to append when there is a {@code connection} that writes. */
  SqliteWindow(Database database, @Nullable Connection connection) throws LogSinkException {
    this.database = database;
    this.faults = database.faults();
    this.readers = new ReadConnections(database);
    this.connection = connection;
    try {
      if (connection != null) {
        load(connection);
        this.synchronous = Schema.pragma(connection, "synchronous");
        connection.commit();
        this.writer = new RowWriter(connection, sources);
      } else {
        readers.use(this::load);
        this.synchronous = "-";
        this.writer = null;
      }
    } catch (SQLException e) {
      throw closeAfter(faults.of("open", e));
    } catch (LogSinkException e) {
      throw closeAfter(e);
    }
  }

  private boolean load(Connection from) throws SQLException, LogSinkException {
    List<Block> loaded = BlockTable.load(from, faults);
    if (!sources.load(from) && connection != null) {
      throw faults.plain().corrupt("open", "a row of the table source is damaged");
    }
    publish(loaded);
    return true;
  }

  private LogSinkException closeAfter(LogSinkException because) {
    try {
      close();
    } catch (LogSinkException e) {
      because.addSuppressed(e);
    }
    return because;
  }

  private void publish(List<Block> all) {
    WindowSummary sum = WindowSummary.EMPTY;
    for (Block block : all) {
      sum = sum.plus(block.summary());
    }
    blocks = List.copyOf(all);
    summary = sum;
  }

  @Override
  public WindowSummary summary() {
    return summary;
  }

  private Connection toWrite() {
    if (connection == null) {
      throw new IllegalStateException("the window is open to read only");
    }
    return connection;
  }

  @Override
  public void append(long firstSequence, LogBatch batch) throws LogSinkException {
    List<Block> before = blocks;
    int sourceCount = sources.count();
    List<Block> last = before.isEmpty() ? List.of() : List.of(before.getLast());
    try {
      List<Block> changed = requireWriter().insert(firstSequence, batch, last);
      toWrite().commit();
      List<Block> all = new ArrayList<>(before.subList(0, before.size() - last.size()));
      all.addAll(changed);
      blocks = List.copyOf(all);
      summary = summary.plus(firstSequence, batch);
    } catch (SQLException e) {
      undo(e);
      sources.truncate(sourceCount);
      throw faults.of("append", e);
    }
    checkpointIfLong();
  }

  private RowWriter requireWriter() {
    if (writer == null) {
      throw new IllegalStateException("the window is open to read only");
    }
    return writer;
  }

  private void undo(SQLException because) {
    try {
      rollback();
      requireWriter().renew();
    } catch (SQLException e) {
      because.addSuppressed(e);
    }
  }

  /**
   * After some errors, a full disk among them, SQLite has rolled back by itself. The driver takes
   * that for a failed rollback and does not begin the next transaction, as it else would.
   */
  private void rollback() throws SQLException {
    try {
      toWrite().rollback();
    } catch (SQLException e) {
      try (Statement statement = toWrite().createStatement()) {
        statement.execute("BEGIN");
      }
    }
  }

  /** The batch is stored; a checkpoint that cannot be made now is made after a later append. */
  private void checkpointIfLong() {
    if (database.wal().toFile().length() >= CHECKPOINT_BYTES) {
      try {
        checkpoint("PASSIVE");
      } catch (SQLException e) {
        // The log grows until it works; its bytes are in the statistics.
      }
    }
  }

  /** Moves pages from the log to the database; returns whether all are there. */
  private boolean checkpoint(String mode) throws SQLException {
    Connection open = toWrite();
    open.setAutoCommit(true);
    try (Statement statement = open.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(%s)".formatted(mode))) {
      return row.next() && row.getInt(2) == row.getInt(3);
    } finally {
      open.setAutoCommit(false);
    }
  }

  /**
   * With WAL the commits are in the log, which SQLite takes no locks on; with DELETE only the
   * journal's end may be outstanding.
   */
  @Override
  public void sync() throws LogSinkException {
    try {
      if (Files.exists(database.wal())) {
        try (FileChannel wal = FileChannel.open(database.wal(), StandardOpenOption.WRITE)) {
          wal.force(false);
        }
      }
      Folders.sync(database.folder());
    } catch (IOException e) {
      throw faults.plain().of("sync", e);
    }
  }

  @Override
  public void scan(Scan scan, Visitor visitor) throws LogSinkException {
    List<Block> all = blocks;
    try {
      readers.use(reader -> scan(all, reader, scan, visitor));
    } catch (SQLException e) {
      throw faults.of("read", e);
    }
  }

  private boolean scan(List<Block> all, Connection reader, Scan scan, Visitor visitor)
      throws SQLException {
    BlockScan run = new BlockScan(reader, sources, scan, visitor, database.file().toString());
    for (Block block : scan.direction() == Direction.FORWARD ? all : all.reversed()) {
      if (overlaps(block, scan)
          && block.admits(scan.bounds(), sources::find)
          && !run.through(block)) {
        return false;
      }
    }
    return true;
  }

  private static boolean overlaps(Block block, Scan scan) {
    return block.firstSequence() <= scan.lastSequence()
        && scan.firstSequence() <= block.lastSequence();
  }

  /** Moves the log into the database while scans go on. */
  @Override
  public void prepareSeal() throws LogSinkException {
    try {
      checkpoint("PASSIVE");
    } catch (SQLException e) {
      throw faults.of("seal", e);
    }
  }

  /** One plain file is left, which no later opening to read needs a log or a lock file for. */
  @Override
  public void seal() throws LogSinkException {
    try {
      readers.close();
      becomeOneFile();
    } catch (SQLException e) {
      throw faults.of("seal", e);
    }
  }

  private void becomeOneFile() throws SQLException {
    checkpoint("TRUNCATE");
    Connection open = toWrite();
    open.setAutoCommit(true);
    try (Statement statement = open.createStatement()) {
      statement.execute("PRAGMA journal_mode = DELETE");
    }
  }

  @Override
  public long storedBytes() {
    return database.storedBytes();
  }

  @Override
  public Map<String, String> engine() {
    Map<String, String> engine = new TreeMap<>();
    engine.put("wal_bytes", Long.toString(database.wal().toFile().length()));
    try {
      readers.use(reader -> {
        for (String name : List.of("journal_mode", "page_size", "page_count")) {
          engine.put(name, Schema.pragma(reader, name));
        }
        engine.put("sqlite_version", reader.getMetaData().getDatabaseProductVersion());
        return true;
      });
    } catch (SQLException | LogSinkException e) {
      engine.put("error", String.valueOf(e.getMessage()));
    }
    engine.put("synchronous", synchronous);
    return engine;
  }

  @Override
  public void close() throws LogSinkException {
    try (Connection last = connection) {
      readers.close();
      if (last != null) {
        closeWriter();
      }
    } catch (SQLException e) {
      throw faults.of("close", e);
    }
  }

  /** Somebody else may be reading; then the log stays, and is moved by the next owner. */
  private void closeWriter() throws SQLException {
    if (writer != null) {
      writer.close();
    }
    try {
      becomeOneFile();
    } catch (SQLException e) {
      // Everything is stored in the log; nothing to report.
    }
  }
}
