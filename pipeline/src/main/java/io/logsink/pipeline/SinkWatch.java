package io.logsink.pipeline;

import io.logsink.pipeline.PipelineStats.SinkHealth;
import io.logsink.pipeline.PipelineStats.SinkState;
import org.jspecify.annotations.Nullable;

/** How the sink does. Guarded by the flow's lock. */
final class SinkWatch {
  private final Histogram batchRecordCount = new Histogram();
  private final Histogram appendNanos = new Histogram();
  private SinkState state = SinkState.WRITING;
  private @Nullable String lastFault;
  private long retryCount;
  private long syncCount;
  private long lastSequence;

  void stored(int recordCount, long nanos, long sequence) {
    state = SinkState.WRITING;
    batchRecordCount.add(recordCount);
    appendNanos.add(Math.max(0, nanos));
    lastSequence = sequence;
  }

  void retrying(String fault) {
    state = SinkState.RETRYING;
    lastFault = fault;
    retryCount++;
  }

  void stopped(String fault) {
    state = SinkState.STOPPED;
    lastFault = fault;
  }

  void fault(String fault) {
    lastFault = fault;
  }

  void synced() {
    syncCount++;
  }

  /** The last sequence of which the counters know. */
  long lastSequence() {
    return lastSequence;
  }

  void startAfter(long sequence) {
    lastSequence = sequence;
  }

  SinkHealth health() {
    return new SinkHealth(
        state,
        lastFault,
        retryCount,
        syncCount,
        batchRecordCount.distribution(),
        appendNanos.distribution());
  }
}
