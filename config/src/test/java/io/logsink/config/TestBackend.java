package io.logsink.config;

import io.logsink.api.AppendReceipt;
import io.logsink.api.BackendConfig;
import io.logsink.api.Capabilities;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkBackend;
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
import java.util.ArrayList;
import java.util.List;

/** A backend of any name and settings, whose sinks only remember what they were opened with. */
class TestBackend implements LogSinkBackend {
  static final TestBackend DISK = new TestBackend("disk", DiskSettings.DEFAULT);
  static final TestBackend TAPE = new TestBackend("tape", new TapeSettings("/dev/st0", 512));

  record TapeSettings(String device, long blockBytes) {}

  private final String name;
  private final Record defaults;
  private final List<BackendConfig> opened = new ArrayList<>();

  TestBackend(String name, Record defaults) {
    this.name = name;
    this.defaults = defaults;
  }

  /** What it was opened with so far. */
  List<BackendConfig> opened() {
    return opened;
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
    opened.add(config);
    return new Sink(config);
  }

  record Sink(BackendConfig config) implements LogSink {
    @Override
    public Capabilities capabilities() {
      return Capabilities.least();
    }

    @Override
    public AppendReceipt append(LogBatch batch) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void sync() {
      throw new UnsupportedOperationException();
    }

    @Override
    public LogPage read(LogQuery query) {
      throw new UnsupportedOperationException();
    }

    @Override
    public LogHistogram histogram(LogFilter filter, Duration bucket) {
      throw new UnsupportedOperationException();
    }

    @Override
    public MaintenanceReport maintain(Instant now) {
      throw new UnsupportedOperationException();
    }

    @Override
    public SinkStats stats() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
  }
}
