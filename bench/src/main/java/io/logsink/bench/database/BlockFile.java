package io.logsink.bench.database;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A database with one table of blocks. Writing is for one thread at a time, reading for any: they
 * take turns on one connection.
 */
final class BlockFile implements AutoCloseable {
  private static final String FILE = "blocks.db";
  private static final List<String> PREPARE =
      List.of(
          "PRAGMA page_size = 8192",
          "PRAGMA wal_autocheckpoint = 1024",
          "CREATE TABLE block (first_sequence INTEGER PRIMARY KEY, bytes BLOB NOT NULL)");

  private final Path file;
  private final Connection writer;
  private final Connection reader;
  private final ReentrantLock reading = new ReentrantLock();

  private BlockFile(Path file, Connection writer, Connection reader) {
    this.file = file;
    this.writer = writer;
    this.reader = reader;
  }

  static BlockFile create(DatabaseSettings settings) throws SQLException {
    Path file = settings.directory().resolve(FILE);
    Connection writer = SideConnection.to(file);
    try {
      SideConnection.execute(writer, PREPARE.getFirst());
      SideConnection.execute(writer, "PRAGMA journal_mode = " + settings.journalMode());
      SideConnection.execute(writer, "PRAGMA synchronous = " + settings.synchronous());
      for (String sql : PREPARE.subList(1, PREPARE.size())) {
        SideConnection.execute(writer, sql);
      }
      writer.setAutoCommit(false);
      return new BlockFile(file, writer, SideConnection.to(file));
    } catch (SQLException e) {
      writer.close();
      throw e;
    }
  }

  /** Inserts all blocks, by their first sequences, in one transaction, or nothing. */
  void insert(SortedMap<Long, byte[]> blocks) throws SQLException {
    try (PreparedStatement insert = writer.prepareStatement("INSERT INTO block VALUES (?, ?)")) {
      for (Map.Entry<Long, byte[]> block : blocks.entrySet()) {
        insert.setLong(1, block.getKey());
        insert.setBytes(2, block.getValue());
        insert.executeUpdate();
      }
      writer.commit();
    } catch (SQLException e) {
      writer.rollback();
      throw e;
    }
  }

  ByteBuffer read(long firstSequence) throws SQLException {
    reading.lock();
    try (PreparedStatement select =
        reader.prepareStatement("SELECT bytes FROM block WHERE first_sequence = ?")) {
      select.setLong(1, firstSequence);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw new SQLException("no block begins with " + firstSequence);
        }
        return ByteBuffer.wrap(row.getBytes(1));
      }
    } finally {
      reading.unlock();
    }
  }

  /** What the connection that writes says. */
  Map<String, String> engine() throws SQLException {
    Map<String, String> engine = new TreeMap<>();
    for (String name : List.of("journal_mode", "synchronous", "page_size", "page_count")) {
      engine.put(name, SideConnection.pragma(writer, name));
    }
    engine.put("indexes", SideConnection.names(writer, "index"));
    engine.put("tables", SideConnection.names(writer, "table"));
    engine.put("sqlite_version", writer.getMetaData().getDatabaseProductVersion());
    writer.commit();
    return engine;
  }

  Path wal() {
    return file.resolveSibling(FILE + "-wal");
  }

  long storedBytes() {
    return file.toFile().length() + wal().toFile().length();
  }

  /** Leaves one file, as the product does. */
  @Override
  public void close() throws SQLException {
    try (writer) {
      reader.close();
      writer.setAutoCommit(true);
      SideConnection.execute(writer, "PRAGMA journal_mode = DELETE");
    }
  }
}
