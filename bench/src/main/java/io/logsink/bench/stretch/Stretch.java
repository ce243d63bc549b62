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
 * refused for now is tried again at once, and its time counts from the first try. For one thread.
 */
public final class Stretch {
  private static final long UPKEEP_NANOS = Duration.ofSeconds(1).toNanos();
  private static final long GIVE_UP_NANOS = Duration.ofSeconds(30).toNanos();
  private static final double SECOND = 1e9;

  private final LogSink sink;
  private final Supply supply;
  private final Histogram appends = new Histogram(3);
  private long recordCount;
  private long bodyBytes;
  private long refusedCount;
  private long busyNanos;
  private long syncNanos;

  private Stretch(LogSink sink, Supply supply) {
    this.sink = sink;
    this.supply = supply;
  }

  /**
   * Appends until a limit is reached, one batch at least.
   *
   * @throws LogSinkException when an append failed, or was refused for half a minute
   */
  public static Stretch of(LogSink sink, Supply supply, StretchLimits limits)
      throws LogSinkException {
    Stretch stretch = new Stretch(sink, supply);
    stretch.run(limits);
    return stretch;
  }

  private void run(StretchLimits limits) throws LogSinkException {
    long start = System.nanoTime();
    long end = start + limits.time().toNanos();
    long upkeep = start + UPKEEP_NANOS;
    do {
      append(supply.next());
      if (System.nanoTime() - upkeep > 0) {
        upkeep = System.nanoTime() + UPKEEP_NANOS;
        busyNanos += timed(() -> sink.maintain(Instant.now()));
      }
    } while (System.nanoTime() - end < 0 && bodyBytes < limits.maxBytes());
    syncNanos = timed(() -> sink.sync());
    busyNanos += syncNanos;
  }

  private void append(LogBatch batch) throws LogSinkException {
    long nanos = timed(() -> appendPatiently(batch));
    appends.recordValue(nanos);
    busyNanos += nanos;
    recordCount += batch.size();
    bodyBytes += batch.bodyBytes();
  }

  private void appendPatiently(LogBatch batch) throws LogSinkException {
    long start = System.nanoTime();
    boolean stored = false;
    while (!stored) {
      try {
        AppendReceipt receipt = sink.append(batch);
        stored = receipt.recordCount() == batch.size();
        if (!stored) {
          throw new IllegalStateException(
              "the receipt is for %d records of %d".formatted(receipt.recordCount(), batch.size()));
        }
      } catch (SinkUnavailableException e) {
        refusedCount++;
        if (System.nanoTime() - start > GIVE_UP_NANOS) {
          throw e;
        }
      }
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
