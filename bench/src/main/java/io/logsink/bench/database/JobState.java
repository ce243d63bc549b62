package io.logsink.bench.database;

import io.logsink.bench.stretch.Companion;
import io.logsink.bench.stretch.Measure;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * A second, busy table in a log's database, {@code job_state}, as a supervisor has it that keeps
 * jobs and logs in one file: a connection of its own updates one row after the other, a commit
 * each, at the times when they are due. Runs from its making until it is closed.
 */
final class JobState implements AutoCloseable {
  private static final int JOB_COUNT = 100;
  private static final long SECOND_NANOS = Duration.ofSeconds(1).toNanos();
  private static final String CREATE =
      """
      CREATE TABLE job_state (
        id INTEGER PRIMARY KEY,
        state TEXT NOT NULL,
        changed_nanos INTEGER NOT NULL
      )\
      """;
  private static final String FILL =
      "WITH RECURSIVE job (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM job WHERE id < "
          + JOB_COUNT
          + ") INSERT INTO job_state SELECT id, 'waiting', 0 FROM job";
  private static final String UPDATE =
      "UPDATE job_state SET state = ?, changed_nanos = ? WHERE id = ?";

  private final Connection connection;
  private final long everyNanos;
  private final Histogram updates = new Histogram(3);
  private final long startNanos = System.nanoTime();
  private final Companion companion;
  private long endNanos;
  private long triedCount;
  private long failedCount;

  private JobState(Connection connection, int updatesPerSecond) {
    this.connection = connection;
    this.everyNanos = SECOND_NANOS / updatesPerSecond;
    this.companion = Companion.start("job-state", this::step);
  }

  /** Makes the table in {@code database} and begins. */
  static JobState start(Path database, DatabaseSettings settings) throws SQLException {
    Connection connection = SideConnection.to(database);
    try {
      SideConnection.execute(connection, "PRAGMA synchronous = " + settings.synchronous());
      SideConnection.execute(connection, CREATE);
      SideConnection.execute(connection, FILL);
      return new JobState(connection, settings.jobUpdatesPerSecond());
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private void step() {
    long due = startNanos + triedCount * everyNanos;
    long wait = due - System.nanoTime();
    if (wait > 0) {
      LockSupport.parkNanos(wait);
    } else {
      update(due);
    }
    endNanos = System.nanoTime();
  }

  private void update(long due) {
    long number = triedCount++;
    try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
      update.setString(1, number % 2 == 0 ? "running" : "waiting");
      update.setLong(2, due);
      update.setLong(3, number % JOB_COUNT + 1);
      update.executeUpdate();
      updates.recordValue(System.nanoTime() - due);
    } catch (SQLException e) {
      failedCount++;
    }
  }

  /** How they went; after {@link #close}. */
  Map<Measure, Double> figures() {
    Map<Measure, Double> figures = new EnumMap<>(Measure.class);
    double seconds = (double) (endNanos - startNanos) / SECOND_NANOS;
    figures.put(Measure.JOB_RATE, updates.getTotalCount() / seconds);
    figures.put(Measure.JOB_FAILED, (double) failedCount);
    if (updates.getTotalCount() > 0) {
      figures.put(Measure.JOB_P50, (double) updates.getValueAtPercentile(50));
      figures.put(Measure.JOB_P99, (double) updates.getValueAtPercentile(99));
    }
    return figures;
  }

  /** Ends the updates and lets go of the database; a second call does nothing. */
  @Override
  public void close() {
    companion.close();
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("cannot let go of job_state", e);
    }
  }
}
