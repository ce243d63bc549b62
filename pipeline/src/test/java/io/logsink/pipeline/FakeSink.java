package io.logsink.pipeline;

import io.logsink.api.AppendReceipt;
import io.logsink.api.Capabilities;
import io.logsink.api.Durability;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.api.MaintenanceReport;
import io.logsink.api.RecordRejectedException;
import io.logsink.api.SinkCorruptException;
import io.logsink.api.SinkFullException;
import io.logsink.api.SinkStats;
import io.logsink.api.SinkUnavailableException;
import io.logsink.api.query.Cursor;
import io.logsink.api.query.LogEntry;
import io.logsink.api.query.LogFilter;
import io.logsink.api.query.LogHistogram;
import io.logsink.api.query.LogPage;
import io.logsink.api.query.LogQuery;
import io.logsink.api.query.PageBuilder;
import io.logsink.api.query.Position;
import io.logsink.api.record.LogBatch;
import io.logsink.api.record.LogRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A sink into a fake store, with faults on demand. It can be cut off, as by the end of a process.
 */
class FakeSink implements LogSink {
  static final LogSinkException.Fault FAULT =
      new LogSinkException.Fault("fake", "nowhere", "append", "as the test wants it", "-");

  /** What a pipeline says about the faults that a test wants; kept, or the level would be lost. */
  private static final Logger COMPLAINTS = Logger.getLogger(LogPipeline.class.getName());

  static {
    COMPLAINTS.setLevel(Level.OFF);
  }

  final FakeStore store;
  final Deque<Exception> faults = new ArrayDeque<>();
  Predicate<LogRecord> rejects = _ -> false;
  Runnable beforeStoring = () -> {};
  int appendCount;
  int maintainCount;
  int syncCount;
  private boolean cutOff;

  FakeSink(FakeStore store) {
    this.store = store;
  }

  static SinkUnavailableException unavailable() {
    return new SinkUnavailableException(FAULT, null);
  }

  static SinkFullException full() {
    return new SinkFullException(FAULT, null);
  }

  static SinkCorruptException corrupt() {
    return new SinkCorruptException(FAULT, null);
  }

  /** Nothing that this sink is told has an effect any more. */
  final void cutOff() {
    synchronized (store) {
      cutOff = true;
    }
  }

  @Override
  public Capabilities capabilities() {
    return Capabilities.least();
  }

  @Override
  public AppendReceipt append(LogBatch batch) throws LogSinkException {
    appendCount++;
    fail();
    for (int i = 0; i < batch.size(); i++) {
      if (rejects.test(batch.records().get(i))) {
        throw new RecordRejectedException(FAULT, i, null);
      }
    }
    beforeStoring.run();
    synchronized (store) {
      if (cutOff) {
        throw new IllegalStateException("cut off");
      }
      long last = store.add(batch.records());
      return new AppendReceipt(last - batch.size() + 1, last, Durability.VOLATILE);
    }
  }

  private void fail() throws LogSinkException {
    Exception fault = faults.poll();
    switch (fault) {
      case null -> {}
      case LogSinkException e -> throw e;
      case RuntimeException e -> throw e;
      default -> throw new IllegalArgumentException(fault);
    }
  }

  @Override
  public void sync() throws LogSinkException {
    syncCount++;
  }

  @Override
  public LogPage read(LogQuery query) {
    List<LogEntry> entries = store.entries();
    long after = query.position() instanceof Position.After(Cursor cursor) ? cursor.sequence() : 0;
    PageBuilder page = new PageBuilder(query);
    Iterator<LogEntry> run = entries.stream().filter(entry -> entry.sequence() > after).iterator();
    while (run.hasNext() && page.offer(run.next())) {}
    return page.build(new Cursor(entries.size()));
  }

  @Override
  public LogHistogram histogram(LogFilter filter, Duration bucket) {
    throw new UnsupportedOperationException();
  }

  @Override
  public MaintenanceReport maintain(Instant now) throws LogSinkException {
    maintainCount++;
    return MaintenanceReport.NOTHING;
  }

  @Override
  public SinkStats stats() {
    int count = store.entries().size();
    return new SinkStats(count, Math.min(count, 1), count, count, 1, Map.of());
  }

  @Override
  public void close() {}
}
