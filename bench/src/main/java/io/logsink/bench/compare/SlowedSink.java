package io.logsink.bench.compare;

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
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * A sink that takes longer for each append, and for each sync, by a share of what it took: a known
 * difference for a comparison to find.
 *
 * @param sink the sink as it is
 * @param share 0.2 is 20 % longer
 * @param clock nanoseconds
 */
record SlowedSink(LogSink sink, double share, LongSupplier clock) implements LogSink {
  @Override
  public AppendReceipt append(LogBatch batch) throws LogSinkException {
    long start = clock.getAsLong();
    AppendReceipt receipt = sink.append(batch);
    dawdle(start);
    return receipt;
  }

  @Override
  public void sync() throws LogSinkException {
    long start = clock.getAsLong();
    sink.sync();
    dawdle(start);
  }

  /** Keeps the processor, as slower code would. */
  private void dawdle(long start) {
    long now = clock.getAsLong();
    long end = now + (long) (share * (now - start));
    while (clock.getAsLong() < end) {
      Thread.onSpinWait();
    }
  }

  @Override
  public LogPage read(LogQuery query) throws LogSinkException {
    return sink.read(query);
  }

  @Override
  public LogHistogram histogram(LogFilter filter, Duration bucket) throws LogSinkException {
    return sink.histogram(filter, bucket);
  }

  @Override
  public Capabilities capabilities() {
    return sink.capabilities();
  }

  @Override
  public MaintenanceReport maintain(Instant now) throws LogSinkException {
    return sink.maintain(now);
  }

  @Override
  public SinkStats stats() {
    return sink.stats();
  }

  @Override
  public void close() throws LogSinkException {
    sink.close();
  }
}
