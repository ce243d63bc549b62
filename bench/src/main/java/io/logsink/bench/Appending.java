package io.logsink.bench;

import io.logsink.api.AppendReceipt;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.api.record.LogBatch;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * Appends batch after batch as the owner of a store does: with upkeep once a second, a sync at the
 * end, and what upkeep is then still due. For one thread.
 */
final class Appending {
  private static final long UPKEEP_NANOS = Duration.ofSeconds(1).toNanos();
  private static final double NANOS = 1e9;

  private final LogSink sink;
  private final Appended appended;
  private final Histogram latencies = new Histogram(3);
  private final Map<Metric, Double> figures = new EnumMap<>(Metric.class);
  private long bodyBytes;

  private Appending(LogSink sink, int batchCount) {
    this.sink = sink;
    appended = new Appended(batchCount);
  }

  /**
   * Appends {@code batches}, or the first of them, one at least, until {@code limitNanos} are over.
   */
  static Appending of(LogSink sink, List<LogBatch> batches, long limitNanos)
      throws LogSinkException, DifferenceException {
    Appending appending = new Appending(sink, batches.size());
    appending.run(batches, limitNanos);
    return appending;
  }

  private void run(List<LogBatch> batches, long limitNanos)
      throws LogSinkException, DifferenceException {
    long start = System.nanoTime();
    appendAll(batches, start, limitNanos);
    long last = System.nanoTime();
    sink.sync();
    long end = System.nanoTime();
    finishUpkeep();
    double seconds = (end - start) / NANOS;
    figures.put(Metric.APPEND_RECORDS, appended.recordCount() / seconds);
    figures.put(Metric.APPEND_BYTES, bodyBytes / seconds);
    figures.put(Metric.APPEND_P50, (double) latencies.getValueAtPercentile(50));
    figures.put(Metric.APPEND_P99, (double) latencies.getValueAtPercentile(99));
    figures.put(Metric.SYNC, (double) (end - last));
    figures.put(Metric.UPKEEP, (double) (System.nanoTime() - end));
  }

  private void appendAll(List<LogBatch> batches, long start, long limitNanos)
      throws LogSinkException, DifferenceException {
    long upkeep = start;
    for (LogBatch batch : batches) {
      long before = System.nanoTime();
      AppendReceipt receipt = sink.append(batch);
      long after = System.nanoTime();
      latencies.recordValue(after - before);
      appended.add(batch, receipt);
      bodyBytes += batch.bodyBytes();
      if (after - upkeep > UPKEEP_NANOS) {
        sink.maintain(Instant.now());
        upkeep = after;
      }
      if (after - start > limitNanos) {
        break;
      }
    }
  }

  private void finishUpkeep() throws LogSinkException {
    boolean due = true;
    while (due) {
      due = sink.maintain(Instant.now()).moreDue();
    }
  }

  Appended appended() {
    return appended;
  }

  long bodyBytes() {
    return bodyBytes;
  }

  Map<Metric, Double> figures() {
    return figures;
  }
}
