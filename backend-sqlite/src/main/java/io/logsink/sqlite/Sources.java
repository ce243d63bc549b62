package io.logsink.sqlite;

import io.logsink.api.record.Source;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The table {@code source} in memory: names by id and ids by name. Read by any thread, added to by
 * the one that appends.
 */
final class Sources {
  private final Map<Integer, Source> nameById = new ConcurrentHashMap<>();
  private final Map<Source, Integer> idByName = new ConcurrentHashMap<>();

  /** Reads what {@code connection} sees. */
  void load(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT id, name FROM source")) {
      while (row.next()) {
        put(row.getInt(1), Source.of(row.getString(2)));
      }
    }
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
        connection.prepareStatement("INSERT INTO source (id, name) VALUES (?, ?)")) {
      insert.setInt(1, id);
      insert.setString(2, source.name());
      insert.executeUpdate();
    }
    put(id, source);
    return id;
  }

  /** The source with that id; one that the table does not have cannot be anybody's. */
  Source name(int id) {
    Source source = nameById.get(id);
    if (source == null) {
      throw new IllegalArgumentException("the table source has no id " + id);
    }
    return source;
  }
}
