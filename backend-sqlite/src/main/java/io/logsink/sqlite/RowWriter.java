package io.logsink.sqlite;

import io.logsink.api.record.LogBatch;
import io.logsink.api.record.LogRecord;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Inserts batches. One statement with many rows costs a fifth less than one row a statement, also
 * in a JDBC batch; a hundred rows have nearly all of that.
 */
final class RowWriter implements AutoCloseable {
  private static final int ROWS_PER_STATEMENT = 100;

  private final Connection connection;
  private final Sources sources;
  private PreparedStatement many;
  private PreparedStatement one;

  RowWriter(Connection connection, Sources sources) throws SQLException {
    this.connection = connection;
    this.sources = sources;
    this.many = prepare(connection, ROWS_PER_STATEMENT);
    this.one = prepare(connection, 1);
  }

  /** The driver closes a statement that failed: after an error both are prepared anew. */
  void renew() throws SQLException {
    close();
    many = prepare(connection, ROWS_PER_STATEMENT);
    one = prepare(connection, 1);
  }

  private static PreparedStatement prepare(Connection connection, int rowCount)
      throws SQLException {
    String row = "(" + String.join(", ", Collections.nCopies(Row.COLUMN_COUNT, "?")) + ")";
    return connection.prepareStatement(
        "INSERT INTO record (%s) VALUES %s"
            .formatted(Row.COLUMNS, String.join(", ", Collections.nCopies(rowCount, row))));
  }

  /**
   * Inserts {@code batch} and its blocks, in the connection's transaction.
   *
   * @param last the block that the batch may go on with, or an empty list
   * @return the blocks that are new or have grown; the first may replace {@code last}
   */
  List<Block> insert(long firstSequence, LogBatch batch, List<Block> last) throws SQLException {
    List<Block> blocks = new ArrayList<>(last);
    List<Row> rows = new ArrayList<>(ROWS_PER_STATEMENT);
    long sequence = firstSequence;
    for (LogRecord record : batch) {
      int source = sources.id(connection, record.source());
      rows.add(Row.of(sequence, record, source));
      addTo(blocks, sequence++, record, source);
      if (rows.size() == ROWS_PER_STATEMENT) {
        execute(many, rows);
      }
    }
    for (Row row : rows) {
      execute(one, new ArrayList<>(List.of(row)));
    }
    BlockTable.save(connection, blocks);
    return blocks;
  }

  private static void addTo(List<Block> blocks, long sequence, LogRecord record, int source) {
    if (!blocks.isEmpty() && blocks.getLast().isFollowedBy(sequence)) {
      blocks.set(blocks.size() - 1, blocks.getLast().plus(record, source));
    } else {
      blocks.add(Block.of(sequence, record, source));
    }
  }

  /** Inserts {@code rows} and empties the list. */
  private static void execute(PreparedStatement insert, List<Row> rows) throws SQLException {
    int index = 1;
    for (Row row : rows) {
      row.bind(insert, index);
      index += Row.COLUMN_COUNT;
    }
    insert.executeUpdate();
    rows.clear();
  }

  @Override
  public void close() throws SQLException {
    many.close();
    one.close();
  }
}
