package io.logsink.config;

import io.logsink.api.AppendReceipt;
import io.logsink.api.BackendConfig;
import io.logsink.api.Capabilities;
import io.logsink.api.Durability;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkBackend;
import io.logsink.api.LogSinkException;
import io.logsink.api.LogSinkException.Fault;
import io.logsink.api.MaintenanceReport;
import io.logsink.api.SinkStats;
import io.logsink.api.SinkUnavailableException;
import io.logsink.api.query.Cursor;
import io.logsink.api.query.LogEntry;
import io.logsink.api.query.LogFilter;
import io.logsink.api.query.LogHistogram;
import io.logsink.api.query.LogPage;
import io.logsink.api.query.LogQuery;
import io.logsink.api.query.PageBuilder;
import io.logsink.api.record.LogBatch;
import io.logsink.api.record.LogRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * A backend of any name and settings, whose sinks keep records in a list of the backend and
 * remember what they were opened with.
 */
class TestBackend implements LogSinkBackend {
  static final TestBackend DISK = new TestBackend("disk", DiskSettings.DEFAULT);
  static final TestBackend TAPE = new TestBackend("tape", new TapeSettings("/dev/st0", 512));

  record TapeSettings(String device, long blockBytes) {}

  /** Whether opening a store, and closing it, fails. */
  boolean isBroken;

  boolean isBrokenAtTheEnd;

  private final String name;
  private final Record defaults;
  private final List<BackendConfig> opened = new ArrayList<>();
  private final List<LogEntry> entries = new ArrayList<>();
  private int closedCount;

  TestBackend(String name, Record defaults) {
    this.name = name;
    this.defaults = defaults;
  }

  /** What it was opened with so far. */
  List<BackendConfig> opened() {
    return opened;
  }

  /** How many of its sinks were closed. */
  int closedCount() {
    return closedCount;
  }

  synchronized List<String> texts() {
    return entries.stream().map(entry -> entry.record().body().text()).toList();
  }

  synchronized void add(LogRecord record) {
    entries.add(new LogEntry(entries.size() + 1L, record));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Record defaultSettings() {
    return defaults;
  }

  @Override
  public LogSink open(BackendConfig config) throws LogSinkException {
    if (isBroken) {
      throw unavailable("open");
    }
    opened.add(config);
    return new Sink();
  }

  private SinkUnavailableException unavailable(String operation) {
    return new SinkUnavailableException(
        new Fault(name, "nowhere", operation, "not now", "-"), null);
  }

  final class Sink implements LogSink {
    @Override
    public Capabilities capabilities() {
      return Capabilities.least();
    }

    @Override
    public AppendReceipt append(LogBatch batch) {
      synchronized (TestBackend.this) {
        batch.records().forEach(TestBackend.this::add);
        return new AppendReceipt(
            entries.size() - batch.size() + 1L, entries.size(), Durability.VOLATILE);
      }
    }

    @Override
    public void sync() {}

    @Override
    public LogPage read(LogQuery query) {
      synchronized (TestBackend.this) {
        PageBuilder page = new PageBuilder(query);
        Iterator<LogEntry> run = entries.iterator();
        while (run.hasNext() && page.offer(run.next())) {}
        return page.build(new Cursor(entries.size()));
      }
    }

    @Override
    public LogHistogram histogram(LogFilter filter, Duration bucket) {
      throw new UnsupportedOperationException();
    }

    @Override
    public MaintenanceReport maintain(Instant now) {
      return MaintenanceReport.NOTHING;
    }

    @Override
    public SinkStats stats() {
      synchronized (TestBackend.this) {
        int count = entries.size();
        return new SinkStats(count, Math.min(count, 1), count, count, 1, Map.of());
      }
    }

    @Override
    public void close() throws LogSinkException {
      closedCount++;
      if (isBrokenAtTheEnd) {
        throw unavailable("close");
      }
    }
  }
}
