package io.logsink.bench;

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

/** Does what another sink does, but for what a subclass changes. As safe for threads as that. */
public abstract class ForwardingSink implements LogSink {
  private final LogSink sink;

  /** Forwards to {@code sink}, which is closed with this one. */
  protected ForwardingSink(LogSink sink) {
    this.sink = sink;
  }

  @Override
  public AppendReceipt append(LogBatch batch) throws LogSinkException {
    return sink.append(batch);
  }

  @Override
  public void sync() throws LogSinkException {
    sink.sync();
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
