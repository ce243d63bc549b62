package io.logsink.bench.stretch;

import io.logsink.api.AppendReceipt;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.api.SinkUnavailableException;
import io.logsink.api.record.LogBatch;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * Appends batch after batch, each as soon as the one before is stored, with upkeep once a second
 * and a sync at the end. The time in which the next batch is made is not counted. An append that is
 * refused for now is tried again at once, and its time counts from the first try; when that is ten
 * seconds ago, the stretch ends without it. For one thread.
 */
public final class Stretch {
  private static final long UPKEEP_NANOS = Duration.ofSeconds(1).toNanos();
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final double SECOND = 1e9;

  private final LogSink sink;
  private final Supply supply;
  private final long patienceNanos;
  private final Histogram appends = new Histogram(3);
  private long recordCount;
  private long bodyBytes;
  private long refusedCount;
  private long busyNanos;
  private long syncNanos;

  private Stretch(LogSink sink, Supply supply, Duration patience) {
    this.sink = sink;
    this.supply = supply;
    this.patienceNanos = patience.toNanos();
  }

  /**
   * Appends until a limit is reached, one batch at least unless that is refused.
   *
   * @throws LogSinkException when an append failed
   */
  public static Stretch of(LogSink sink, Supply supply, StretchLimits limits)
      throws LogSinkException {
    return of(sink, supply, limits, PATIENCE);
  }

  static Stretch of(LogSink sink, Supply supply, StretchLimits limits, Duration patience)
      throws LogSinkException {
    Stretch stretch = new Stretch(sink, supply, patience);
    stretch.run(limits);
    return stretch;
  }

  private void run(StretchLimits limits) throws LogSinkException {
    long start = System.nanoTime();
    long end = start + limits.time().toNanos();
    long upkeep = start + UPKEEP_NANOS;
    boolean stored;
    do {
      stored = append(supply.next());
      if (System.nanoTime() - upkeep > 0) {
        upkeep = System.nanoTime() + UPKEEP_NANOS;
        busyNanos += timed(() -> sink.maintain(Instant.now()));
      }
    } while (stored && System.nanoTime() - end < 0 && bodyBytes < limits.maxBytes());
    syncNanos = timed(() -> sink.sync());
    busyNanos += syncNanos;
  }

  private boolean append(LogBatch batch) throws LogSinkException {
    long start = System.nanoTime();
    boolean stored = tryToAppend(batch);
    while (!stored && System.nanoTime() - start < patienceNanos) {
      stored = tryToAppend(batch);
    }
    long nanos = System.nanoTime() - start;
    appends.recordValue(nanos);
    busyNanos += nanos;
    recordCount += stored ? batch.size() : 0;
    bodyBytes += stored ? batch.bodyBytes() : 0;
    return stored;
  }

  private boolean tryToAppend(LogBatch batch) throws LogSinkException {
    try {
      AppendReceipt receipt = sink.append(batch);
      if (receipt.recordCount() != batch.size()) {
        throw new IllegalStateException(
            "the receipt is for %d records of %d".formatted(receipt.recordCount(), batch.size()));
      }
      return true;
    } catch (SinkUnavailableException e) {
      refusedCount++;
      return false;
    }
  }

  /** A call to the sink. */
  @FunctionalInterface
  private interface Call {
    void run() throws LogSinkException;
  }

  private static long timed(Call call) throws LogSinkException {
    long start = System.nanoTime();
    call.run();
    return System.nanoTime() - start;
  }

  /** How many records were stored. */
  public long recordCount() {
    return recordCount;
  }

  /** The bytes of their bodies. */
  public long bodyBytes() {
    return bodyBytes;
  }

  /** Rates, times and refusals. */
  public Map<Measure, Double> figures() {
    double seconds = busyNanos / SECOND;
    return Map.of(
        Measure.RECORDS, recordCount / seconds,
        Measure.BYTES, bodyBytes / seconds,
        Measure.P50, (double) appends.getValueAtPercentile(50),
        Measure.P99, (double) appends.getValueAtPercentile(99),
        Measure.SYNC, (double) syncNanos,
        Measure.REFUSED, (double) refusedCount);
  }
}
