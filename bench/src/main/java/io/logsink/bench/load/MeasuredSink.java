package io.logsink.bench.load;

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

/** A sink that is looked at while the pipeline appends to it. */
final class MeasuredSink implements LogSink {
  private final LogSink sink;
  private final Arrivals arrivals;
  private final Stopwatch appends = new Stopwatch();
  private final Stopwatch failedAppends = new Stopwatch();
  private final Stopwatch syncs = new Stopwatch();
  private final Stopwatch failedSyncs = new Stopwatch();

  MeasuredSink(LogSink sink, Arrivals arrivals) {
    this.sink = sink;
    this.arrivals = arrivals;
  }

  @Override
  public AppendReceipt append(LogBatch batch) throws LogSinkException {
    long start = System.nanoTime();
    AppendReceipt receipt = null;
    try {
      receipt = sink.append(batch);
      return receipt;
    } finally {
      long end = System.nanoTime();
      add(receipt == null ? failedAppends : appends, end - start);
      if (receipt != null) {
        arrivals.appended(batch, receipt, end);
      }
    }
  }

  @Override
  public void sync() throws LogSinkException {
    long start = System.nanoTime();
    boolean done = false;
    try {
      sink.sync();
      done = true;
    } finally {
      long end = System.nanoTime();
      add(done ? syncs : failedSyncs, end - start);
      if (done) {
        arrivals.synced(end);
      }
    }
  }

  private synchronized void add(Stopwatch stopwatch, long nanos) {
    stopwatch.add(nanos);
  }

  synchronized SinkLatencies latencies() {
    return new SinkLatencies(
        appends.latency(), failedAppends.latency(), syncs.latency(), failedSyncs.latency());
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
