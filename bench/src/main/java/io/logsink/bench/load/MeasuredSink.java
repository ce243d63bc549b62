package io.logsink.bench.load;

import io.logsink.api.AppendReceipt;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.api.record.LogBatch;
import io.logsink.bench.ForwardingSink;

/** A sink that is looked at while the pipeline appends to it. */
final class MeasuredSink extends ForwardingSink {
  private final Arrivals arrivals;
  private final Stopwatch appends = new Stopwatch();
  private final Stopwatch failedAppends = new Stopwatch();
  private final Stopwatch syncs = new Stopwatch();
  private final Stopwatch failedSyncs = new Stopwatch();

  MeasuredSink(LogSink sink, Arrivals arrivals) {
    super(sink);
    this.arrivals = arrivals;
  }

  @Override
  public AppendReceipt append(LogBatch batch) throws LogSinkException {
    long start = System.nanoTime();
    AppendReceipt receipt = null;
    try {
      receipt = super.append(batch);
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
      super.sync();
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
}
