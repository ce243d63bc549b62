package io.logsink.bench.compare;

import io.logsink.api.record.LogBatch;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Source;
import io.logsink.bench.stock.LineStock;
import io.logsink.bench.workload.ProducerPlan;
import io.logsink.bench.workload.WorkloadPlan;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The lines of a workload in one row, those of each producer as often as its rate says and evenly
 * spread. The same workload gives the same row, but for the times. For one thread.
 */
final class Lines {
  private static final long STEP_NANOS = 1_000;

  private final List<Share> shares = new ArrayList<>();
  private final long startNanos = TimeUnit.MILLISECONDS.toNanos(Instant.now().toEpochMilli());
  private final int batchCount;
  private final List<LogBatch> batches = new ArrayList<>();
  private long count;

  /** One producer's. */
  private static final class Share {
    private final Source source;
    private final LineStock stock;
    private final double share;
    private double credit;
    private long number;

    Share(Source source, LineStock stock, double share) {
      this.source = source;
      this.stock = stock;
      this.share = share;
    }

    LogRecord next(long timeNanos) {
      credit -= 1;
      return stock.line(number++).record(timeNanos, source);
    }
  }

  private Lines(int batchCount) {
    this.batchCount = batchCount;
  }

  /**
   * Those of {@code workload}, in batches of {@code batchCount}.
   *
   * @throws IOException when they cannot be read
   */
  static Lines of(WorkloadPlan workload, int batchCount) throws IOException {
    Lines lines = new Lines(batchCount);
    for (Map.Entry<String, ProducerPlan> entry : workload.producers().entrySet()) {
      ProducerPlan producer = entry.getValue();
      lines.shares.add(
          new Share(
              Source.of(producer.source()),
              LineStock.of(producer.lines()),
              producer.meanRate() / workload.rate()));
    }
    return lines;
  }

  /** The first {@code number} batches, the same each time. */
  List<LogBatch> batches(int number) {
    while (batches.size() < number) {
      batches.add(batch());
    }
    return batches.subList(0, number);
  }

  /** Of fewer records where their bodies are too long for one batch. */
  private LogBatch batch() {
    List<LogRecord> records = new ArrayList<>(batchCount);
    long bytes = 0;
    boolean full = false;
    while (!full) {
      LogRecord line = record();
      records.add(line);
      bytes += line.body().length();
      full = records.size() == batchCount || bytes > LogBatch.MAX_BODY_BYTES / 2;
    }
    return LogBatch.of(records);
  }

  /** Whoever is furthest behind its share is next. */
  private LogRecord record() {
    Share next = shares.getFirst();
    for (Share share : shares) {
      share.credit += share.share;
      next = share.credit > next.credit ? share : next;
    }
    return next.next(startNanos + STEP_NANOS * count++);
  }
}
