package io.logsink.sqlite;

import io.logsink.api.record.Source;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code source} in memory: names by id and ids by name. Read by any thread, added to by
 * the one that appends.
 */
final class Sources {
  private final Map<Integer, Source> nameById = new ConcurrentHashMap<>();
  private final Map<Source, Integer> idByName = new ConcurrentHashMap<>();

  /**
   * Reads what {@code connection} sees. A damaged row is left out; returns whether there was none.
   */
  boolean load(Connection connection) throws SQLException {
    boolean whole = true;
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT id, name, crc32c FROM source")) {
      while (row.next()) {
        whole &= load(row.getInt(1), String.valueOf(row.getString(2)), row.getLong(3));
      }
    }
    return whole;
  }

  private boolean load(int id, String name, long crc) {
    if (crc != crc(id, name)) {
      return false;
    }
    put(id, Source.of(name));
    return true;
  }

  private static long crc(int id, String name) {
    CRC32C crc = new CRC32C();
    crc.update((id + " " + name).getBytes(StandardCharsets.UTF_8));
    return crc.getValue();
  }

  private void put(int id, Source source) {
    nameById.put(id, source);
    idByName.put(source, id);
  }

  /** How many there are; their ids are 1 to that. */
  int count() {
    return nameById.size();
  }

  /** Forgets what was added since there were {@code count}, because its transaction failed. */
  void truncate(int count) {
    nameById.keySet().removeIf(id -> id > count);
    idByName.values().removeIf(id -> id > count);
  }

  /** The id of {@code source}; a new one is inserted in the transaction of {@code connection}. */
  int id(Connection connection, Source source) throws SQLException {
    Integer known = idByName.get(source);
    if (known != null) {
      return known;
    }
    int id = count() + 1;
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO source (id, name, crc32c) VALUES (?, ?, ?)")) {
      insert.setInt(1, id);
      insert.setString(2, source.name());
      insert.setLong(3, crc(id, source.name()));
      insert.executeUpdate();
    }
    put(id, source);
    return id;
  }

  /** The source with that id; null when its row is damaged. */
  @Nullable Source find(int id) {
    return nameById.get(id);
  }
}
