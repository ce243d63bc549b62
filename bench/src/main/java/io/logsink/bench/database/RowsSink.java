package io.logsink.bench.database;

import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.api.SinkStats;
import io.logsink.bench.ForwardingSink;
import io.logsink.bench.stretch.Measure;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A sink of the product whose live database has got what a matrix varies. Its statistics also have
 * what the file itself says it has: {@code indexes} and {@code tables}.
 */
public final class RowsSink extends ForwardingSink {
  private static final List<String> INDEXES =
      List.of(
          "CREATE INDEX record_by_source ON record (source)",
          "CREATE INDEX record_by_time ON record (timestamp_nanos)");

  private final Path database;
  private final @Nullable JobState jobs;

  private RowsSink(LogSink product, Path database, @Nullable JobState jobs) {
    super(product);
    this.database = database;
    this.jobs = jobs;
  }

  static RowsSink of(LogSink product, Path database, DatabaseSettings settings)
      throws SQLException {
    if (settings.indexed()) {
      try (Connection connection = SideConnection.to(database)) {
        for (String sql : INDEXES) {
          SideConnection.execute(connection, sql);
        }
      }
    }
    JobState jobs = settings.jobUpdatesPerSecond() > 0 ? JobState.start(database, settings) : null;
    return new RowsSink(product, database, jobs);
  }

  /** Ends the updates of the second table, if there are any, and says how they went. */
  public Map<Measure, Double> endUpdates() {
    if (jobs == null) {
      return Map.of();
    }
    jobs.close();
    return jobs.figures();
  }

  @Override
  public SinkStats stats() {
    SinkStats stats = super.stats();
    Map<String, String> engine = new TreeMap<>(stats.engine());
    try (Connection connection = SideConnection.to(database)) {
      engine.put("indexes", SideConnection.names(connection, "index"));
      engine.put("tables", SideConnection.names(connection, "table"));
    } catch (SQLException e) {
      engine.put("error", String.valueOf(e.getMessage()));
    }
    return new SinkStats(
        stats.recordCount(),
        stats.oldestSequence(),
        stats.newestSequence(),
        stats.storedBytes(),
        stats.windowCount(),
        engine);
  }

  /** The other connection goes first, or the product would wait for it to make one file. */
  @Override
  public void close() throws LogSinkException {
    if (jobs != null) {
      jobs.close();
    }
    super.close();
  }
}
