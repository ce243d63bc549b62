package io.logsink.storage;

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
import java.util.List;
import java.util.Map;

/** A store as it was when it was opened; its owner may be at work beside it. Thread-safe. */
final class ReadOnlyStore implements LogSink {
  private final WindowFormat format;
  private final StoreReader.View view;
  private final StoreReader reader = new StoreReader(new OpenWindows());
  private final Gate gate;

  ReadOnlyStore(WindowFormat format, List<WindowHandle> windows, long removedThrough) {
    this.format = format;
    this.view =
        new StoreReader.View(
            List.copyOf(windows), removedThrough, StoreReader.View.newestOf(windows));
    this.gate = new Gate("the " + format.backend() + " sink");
  }

  @Override
  public Capabilities capabilities() {
    return format.capabilities();
  }

  @Override
  public LogPage read(LogQuery query) throws LogSinkException {
    return gate.pass(() -> reader.read(view, query));
  }

  @Override
  public LogHistogram histogram(LogFilter filter, Duration bucket) throws LogSinkException {
    return gate.pass(() -> reader.histogram(view, filter, bucket));
  }

  @Override
  public SinkStats stats() {
    return gate.look(() -> view.stats(Map.of()));
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

  private UnsupportedOperationException readOnly(String operation) {
    return new UnsupportedOperationException(
        "%s: %s: the store was opened read-only; open it as owner"
            .formatted(format.backend(), operation));
  }

  @Override
  public void close() throws LogSinkException {
    gate.close(this::closeNow);
  }

  private boolean closeNow() throws LogSinkException {
    Closer closer = new Closer();
    view.windows().forEach(window -> closer.run(window::close));
    closer.throwIfFailed();
    return true;
  }
}
