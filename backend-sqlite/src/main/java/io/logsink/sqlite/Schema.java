package io.logsink.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The tables of a window's database: see {@code docs/formats/sqlite.md}. */
final class Schema {
  /** Of what stands in the file; also in its {@code user_version}. */
  static final int VERSION = 1;

  private static final List<String> STATEMENTS =
      List.of(
          // "LSnk", so that file(1) and SQLite's own tools can tell what this is
          "PRAGMA application_id = 0x4c536e6b",
          "PRAGMA user_version = " + VERSION,
          """
          CREATE TABLE source (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            crc32c INTEGER NOT NULL
          )\
          """,
          """
          CREATE TABLE record (
            sequence INTEGER PRIMARY KEY,
            timestamp_nanos INTEGER NOT NULL,
            observed_nanos INTEGER,
            severity INTEGER NOT NULL,
            source INTEGER NOT NULL REFERENCES source (id),
            body BLOB NOT NULL,
            attributes TEXT,
            crc32c INTEGER NOT NULL
          )\
          """,
          """
          CREATE TABLE block (
            first_sequence INTEGER PRIMARY KEY,
            last_sequence INTEGER NOT NULL,
            first_nanos INTEGER NOT NULL,
            last_nanos INTEGER NOT NULL,
            highest_severity INTEGER NOT NULL,
            sources TEXT NOT NULL,
            crc32c INTEGER NOT NULL
          )\
          """,
          """
          CREATE VIEW log AS
          SELECT
            sequence,
            strftime('%Y-%m-%dT%H:%M:%fZ', timestamp_nanos / 1e9, 'unixepoch') AS time,
            severity,
            source.name AS source,
            CAST(body AS TEXT) AS body,
            attributes
          FROM record JOIN source ON source.id = record.source\
          """);

  private Schema() {}

  /** Makes the tables, in the transaction of {@code connection}. */
  static void create(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : STATEMENTS) {
        statement.executeUpdate(sql);
      }
    }
  }

  /** The version of the tables that are there; 0 when they never were finished. */
  static int versionOf(Connection connection) throws SQLException {
    return Integer.parseInt(pragma(connection, "user_version"));
  }

  /** The value that {@code PRAGMA name} reads back from the engine. */
  static String pragma(Connection connection, String name) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA " + name)) {
      return row.next() ? row.getString(1) : "";
    }
  }
}
