package io.logsink.bench.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Connections of the bench to a database, beside those of its owner. */
final class SideConnection {
  private static final int BUSY_MILLIS = 2_000;

  private SideConnection() {}

  /** One that waits as long for others as the product's do. */
  static Connection to(Path file) throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    execute(connection, "PRAGMA busy_timeout = " + BUSY_MILLIS);
    return connection;
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The first column of all rows, as text. */
  static List<String> column(Connection connection, String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        values.add(String.valueOf(row.getString(1)));
      }
    }
    return values;
  }

  static String pragma(Connection connection, String name) throws SQLException {
    return String.join(",", column(connection, "PRAGMA " + name));
  }

  /** The indexes that somebody made, and the tables, by what the file itself says. */
  static String names(Connection connection, String type) throws SQLException {
    return String.join(
        ",",
        column(
            connection,
            "SELECT name FROM sqlite_schema WHERE type = '%s' AND sql IS NOT NULL ORDER BY name"
                .formatted(type)));
  }
}
