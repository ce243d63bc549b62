package io.logsink.baselines.table;

import io.logsink.api.query.FilterBounds;
import io.logsink.api.record.SourceGlob;
import io.logsink.baselines.entry.Walk;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The {@code SELECT} of a walk: sources that are named in full and times go to the indexes. */
final class RowQuery {
  private final StringBuilder sql =
      new StringBuilder(
          "SELECT id, time, observed, severity, source, body, attributes FROM logs"
              + " WHERE id BETWEEN ? AND ? AND severity >= ?");
  private final List<Object> values = new ArrayList<>();

  RowQuery(Walk walk) {
    FilterBounds bounds = walk.bounds();
    values.addAll(List.of(walk.first(), walk.last(), bounds.minSeverity().number()));
    if (bounds.firstNanos() > Long.MIN_VALUE || bounds.lastNanos() < Long.MAX_VALUE) {
      sql.append(" AND time BETWEEN ? AND ?");
      values.addAll(List.of(bounds.firstNanos(), bounds.lastNanos()));
    }
    bounds.sources().stream().filter(RowQuery::isNamed).forEach(this::addSources);
    sql.append(" ORDER BY id ").append(walk.forward() ? "ASC" : "DESC");
  }

  private static boolean isNamed(List<SourceGlob> globs) {
    return globs.stream().map(SourceGlob::pattern).noneMatch(text -> text.matches(".*[*?].*"));
  }

  private void addSources(List<SourceGlob> names) {
    sql.append(" AND source IN (%s)".formatted(String.join(", ", marks(names.size()))));
    names.forEach(name -> values.add(name.pattern()));
  }

  private static List<String> marks(int count) {
    return Collections.nCopies(count, "?");
  }

  PreparedStatement prepare(Connection connection) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql.toString());
    try {
      for (int i = 0; i < values.size(); i++) {
        statement.setObject(i + 1, values.get(i));
      }
      return statement;
    } catch (SQLException e) {
      statement.close();
      throw e;
    }
  }
}
