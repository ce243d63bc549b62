package io.logsink.ring;

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
import io.logsink.storage.Gate;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** What the snapshots of a ring without an owner had when it was opened. Thread-safe. */
final class ReadOnlyRing implements LogSink {
  private final Capabilities capabilities;
  private final Ring ring;
  private final RingReader reader;
  private final Gate gate = new Gate("the ring sink");

  ReadOnlyRing(Capabilities capabilities, Ring ring) {
    this.capabilities = capabilities;
    this.ring = ring;
    this.reader = new RingReader(ring);
  }

  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  @Override
  public LogPage read(LogQuery query) throws LogSinkException {
    return gate.pass(() -> reader.read(query));
  }

  @Override
  public LogHistogram histogram(LogFilter filter, Duration bucket) throws LogSinkException {
    return gate.pass(() -> reader.histogram(filter, bucket));
  }

  @Override
  public SinkStats stats() {
    return gate.look(() -> ring.stats(Map.of()));
  }

  @Override
  public AppendReceipt append(LogBatch batch) {
    throw gate.look(() -> readOnly("append"));
  }

  @Override
  public void sync() {
    throw gate.look(() -> readOnly("sync"));
  }

  @Override
  public MaintenanceReport maintain(Instant now) {
    throw gate.look(() -> readOnly("maintain"));
  }

  private static UnsupportedOperationException readOnly(String operation) {
    return new UnsupportedOperationException(
        "ring: %s: the store was opened read-only; open it as owner".formatted(operation));
  }

  @Override
  public void close() throws LogSinkException {
    gate.close(this::closeNow);
  }

  private boolean closeNow() {
    ring.close();
    return true;
  }
}
