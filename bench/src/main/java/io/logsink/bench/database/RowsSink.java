package io.logsink.bench.database;

import io.logsink.api.AppendReceipt;
import io.logsink.api.Capabilities;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.api.MaintenanceReport;
import io.logsink.api.SinkStats;
import io.logsink.api.query.LogFilter;
import io.logsink.api.query.LogHistogram;
import io.logsink.api.query.LogPage;
import io.logsink.api.query.LogQuery;
import io.logsink.api.record.LogBatch;
import io.logsink.bench.stretch.Measure;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A sink of the product whose live database has got what a matrix varies. Its statistics also have
 * what the file itself says it has: {@code indexes} and {@code tables}.
 */
public final class RowsSink implements LogSink {
  private static final List<String> INDEXES =
      List.of(
          "CREATE INDEX record_by_source ON record (source)",
          "CREATE INDEX record_by_time ON record (timestamp_nanos)");

  private final LogSink product;
  private final Path database;
  private final @Nullable JobState jobs;

  private RowsSink(LogSink product, Path database, @Nullable JobState jobs) {
    this.product = product;
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
    SinkStats stats = product.stats();
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

  @Override
  public AppendReceipt append(LogBatch batch) throws LogSinkException {
    return product.append(batch);
  }

  @Override
  public void sync() throws LogSinkException {
    product.sync();
  }

  @Override
  public LogPage read(LogQuery query) throws LogSinkException {
    return product.read(query);
  }

  @Override
  public LogHistogram histogram(LogFilter filter, Duration bucket) throws LogSinkException {
    return product.histogram(filter, bucket);
  }

  @Override
  public Capabilities capabilities() {
    return product.capabilities();
  }

  @Override
  public MaintenanceReport maintain(Instant now) throws LogSinkException {
    return product.maintain(now);
  }

  /** The other connection goes first, or the product would wait for it to make one file. */
  @Override
  public void close() throws LogSinkException {
    if (jobs != null) {
      jobs.close();
    }
    product.close();
  }
}
