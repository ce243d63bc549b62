package io.logsink.bench.stretch;

import io.logsink.api.record.EpochNanos;
import io.logsink.api.record.LogBatch;
import io.logsink.api.record.LogRecord;
import io.logsink.bench.lines.Workload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Batches without end: the same records again and again, each with a later time than the one before
 * it, since an index over times would otherwise meet what no log has. For one thread.
 */
public final class Supply {
  private static final long STEP_NANOS = 10_000;
  private static final double MEGA = 1e6;

  private final List<LogRecord> records;
  private final int batchCount;
  private final long startNanos = EpochNanos.of(Instant.now());
  private long suppliedCount;

  /**
   * A supply of {@code records}, at least one.
   *
   * @param batchCount records of a batch, 1 to {@link LogBatch#MAX_COUNT}; fewer where their bodies
   *     are too long for one
   */
  public Supply(List<LogRecord> records, int batchCount) {
    this.records = List.copyOf(records);
    this.batchCount = batchCount;
  }

  /** What is supplied of {@code workload}, in a line for people. */
  public static String words(Workload workload) {
    return String.format(
        Locale.ROOT,
        "%,d lines, %.1f MB, %d sources, from %s; again and again, with the time going on",
        workload.records().size(),
        workload.bodyBytes() / MEGA,
        workload.sourceCount(),
        workload.description());
  }

  /** The next batch. */
  public LogBatch next() {
    List<LogRecord> batch = new ArrayList<>(batchCount);
    long bytes = 0;
    while (batch.size() < batchCount) {
      LogRecord next = at(suppliedCount);
      bytes += next.body().length();
      if (bytes > LogBatch.MAX_BODY_BYTES && !batch.isEmpty()) {
        break;
      }
      batch.add(next);
      suppliedCount++;
    }
    return LogBatch.of(batch);
  }

  /** The record that is or will be supplied as number {@code index}, from 0. */
  public LogRecord at(long index) {
    LogRecord line = records.get((int) (index % records.size()));
    long nanos = startNanos + index * STEP_NANOS;
    return new LogRecord(
        nanos, nanos, line.severity(), line.source(), line.body(), line.attributes());
  }
}
