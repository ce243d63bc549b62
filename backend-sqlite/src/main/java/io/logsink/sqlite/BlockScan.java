package io.logsink.sqlite;

import io.logsink.api.query.Direction;
import io.logsink.api.query.LogEntry;
import io.logsink.storage.Window;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Runs through the rows of one block after another. A block has no hole, so a sequence that does
 * not turn up, and a row whose checksum does not hold, are damage; it is told and stepped over.
 */
final class BlockScan {
  private final Connection connection;
  private final Sources sources;
  private final Window.Scan scan;
  private final Window.Visitor visitor;
  private final String file;
  private final boolean forward;
  private final String sql;

  BlockScan(
      Connection connection,
      Sources sources,
      Window.Scan scan,
      Window.Visitor visitor,
      String file) {
    this.connection = connection;
    this.sources = sources;
    this.scan = scan;
    this.visitor = visitor;
    this.file = file;
    this.forward = scan.direction() == Direction.FORWARD;
    this.sql =
        "SELECT %s FROM record WHERE sequence BETWEEN ? AND ? ORDER BY sequence %s"
            .formatted(Row.COLUMNS, forward ? "ASC" : "DESC");
  }

  /** Returns whether the visitor wants more. */
  boolean through(Block block) throws SQLException {
    long low = Math.max(block.firstSequence(), scan.firstSequence());
    long high = Math.min(block.lastSequence(), scan.lastSequence());
    Expected expected = new Expected(low, high);
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setLong(1, low);
      select.setLong(2, high);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          if (!take(rows, expected)) {
            return false;
          }
        }
      }
      expected.endWith("rows are missing");
    } catch (SQLException e) {
      if (!SqliteFaults.isDamage(e)) {
        throw e;
      }
      expected.endWith(String.valueOf(e.getMessage()));
    }
    return true;
  }

  private boolean take(ResultSet rows, Expected expected) throws SQLException {
    long sequence = rows.getLong(1);
    if (!expected.has(sequence)) {
      return true;
    }
    expected.reach(sequence);
    LogEntry entry = read(rows);
    if (entry == null) {
      visitor.damaged(
          sequence, sequence, file + ": the row's checksum or that of its source does not hold");
      return true;
    }
    return visitor.visit(entry);
  }

  private @Nullable LogEntry read(ResultSet rows) throws SQLException {
    try {
      return Row.read(rows, sources);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Which sequences should still come. */
  private final class Expected {
    private long low;
    private long high;

    Expected(long low, long high) {
      this.low = low;
      this.high = high;
    }

    /** A damaged page can give rows of anywhere, in any order. */
    boolean has(long sequence) {
      return low <= sequence && sequence <= high;
    }

    /** The row with {@code sequence} came; what should have come before it did not. */
    void reach(long sequence) {
      if (forward) {
        tell(low, sequence - 1, "rows are missing");
        low = sequence + 1;
      } else {
        tell(sequence + 1, high, "rows are missing");
        high = sequence - 1;
      }
    }

    /** No more rows come. */
    void endWith(String why) {
      tell(low, high, why);
    }

    private void tell(long first, long last, String why) {
      if (first <= last) {
        visitor.damaged(first, last, file + ": " + why);
      }
    }
  }
}
