package io.logsink.sqlite;

import io.logsink.api.SinkCorruptException;
import io.logsink.api.record.Severity;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table {@code block}. */
final class BlockTable {
  private static final String COLUMNS =
      "first_sequence, last_sequence, first_nanos, last_nanos, highest_severity, sources, crc32c";

  private BlockTable() {}

  /** All blocks, in order. */
  static List<Block> load(Connection connection, SqliteFaults faults)
      throws SQLException, SinkCorruptException {
    List<Block> blocks = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT %s FROM block ORDER BY first_sequence".formatted(COLUMNS))) {
      while (row.next()) {
        blocks.add(read(row, faults));
      }
    }
    return blocks;
  }

  private static Block read(ResultSet row, SqliteFaults faults)
      throws SQLException, SinkCorruptException {
    try {
      Block block =
          new Block(
              row.getLong(1),
              row.getLong(2),
              row.getLong(3),
              row.getLong(4),
              Severity.ofNumber(row.getInt(5)),
              ids(String.valueOf(row.getString(6))));
      if (block.crc() == row.getLong(7)) {
        return block;
      }
    } catch (IllegalArgumentException e) {
      throw damaged(row.getLong(1), faults);
    }
    throw damaged(row.getLong(1), faults);
  }

  private static SinkCorruptException damaged(long firstSequence, SqliteFaults faults) {
    return faults
        .plain()
        .corrupt("open", "row %d of the table block is damaged".formatted(firstSequence));
  }

  private static Set<Integer> ids(String list) {
    return Stream.of(list.split(",")).map(Integer::valueOf).collect(Collectors.toSet());
  }

  /** Writes {@code blocks}, the first of which may be there already with fewer records. */
  static void save(Connection connection, List<Block> blocks) throws SQLException {
    String sql =
        "INSERT OR REPLACE INTO block (%s) VALUES (?, ?, ?, ?, ?, ?, ?)".formatted(COLUMNS);
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (Block block : blocks) {
        insert.setLong(1, block.firstSequence());
        insert.setLong(2, block.lastSequence());
        insert.setLong(3, block.firstNanos());
        insert.setLong(4, block.lastNanos());
        insert.setInt(5, block.highestSeverity().number());
        insert.setString(6, block.sourceList());
        insert.setLong(7, block.crc());
        insert.executeUpdate();
      }
    }
  }
}
