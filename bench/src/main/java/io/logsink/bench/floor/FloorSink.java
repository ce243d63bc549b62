package io.logsink.bench.floor;

import io.logsink.api.AppendReceipt;
import io.logsink.api.Capabilities;
import io.logsink.api.Durability;
import io.logsink.api.Feature;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.api.MaintenanceReport;
import io.logsink.api.SinkStats;
import io.logsink.api.UnsupportedFeatureException;
import io.logsink.api.query.LogFilter;
import io.logsink.api.query.LogHistogram;
import io.logsink.api.query.LogPage;
import io.logsink.api.query.LogQuery;
import io.logsink.api.record.LogBatch;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Gives out sequences, and nothing back. */
abstract class FloorSink implements LogSink {
  private final String name;
  private final Capabilities capabilities;
  private long newestSequence;

  FloorSink(String name, Capabilities capabilities) {
    this.name = name;
    this.capabilities = capabilities;
  }

  /** Stores the batch as far as this floor does. */
  abstract Durability store(LogBatch batch) throws LogSinkException;

  @Override
  public AppendReceipt append(LogBatch batch) throws LogSinkException {
    Durability durability = store(batch);
    long firstSequence = newestSequence + 1;
    newestSequence += batch.size();
    return new AppendReceipt(firstSequence, newestSequence, durability);
  }

  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  @Override
  public LogPage read(LogQuery query) {
    throw new UnsupportedOperationException(name + " keeps nothing that could be read");
  }

  @Override
  public LogHistogram histogram(LogFilter filter, Duration bucket) {
    throw new UnsupportedFeatureException(name, Feature.HISTOGRAM);
  }

  @Override
  public MaintenanceReport maintain(Instant now) {
    return MaintenanceReport.NOTHING;
  }

  /** No record: none can be read. */
  @Override
  public SinkStats stats() {
    return new SinkStats(0, 0, 0, 0, 1, Map.of());
  }
}
