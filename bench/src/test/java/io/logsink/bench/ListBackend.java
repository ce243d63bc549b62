package io.logsink.bench;

import io.logsink.api.AppendReceipt;
import io.logsink.api.BackendConfig;
import io.logsink.api.Capabilities;
import io.logsink.api.Durability;
import io.logsink.api.Feature;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkBackend;
import io.logsink.api.MaintenanceReport;
import io.logsink.api.SinkStats;
import io.logsink.api.query.Cursor;
import io.logsink.api.query.Direction;
import io.logsink.api.query.Gap;
import io.logsink.api.query.LogEntry;
import io.logsink.api.query.LogFilter;
import io.logsink.api.query.LogHistogram;
import io.logsink.api.query.LogPage;
import io.logsink.api.query.LogQuery;
import io.logsink.api.query.Position;
import io.logsink.api.record.LogBatch;
import io.logsink.api.record.LogRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Keeps entries in a list, and keeps them wrongly when told how.
 *
 * @param name its name
 * @param fault what becomes of the entries before they are read
 * @param gaps what is said to be gone
 */
record ListBackend(String name, UnaryOperator<List<LogEntry>> fault, List<Gap> gaps)
    implements LogSinkBackend {
  record Settings() {}

  static ListBackend honest(String name) {
    return new ListBackend(name, UnaryOperator.identity(), List.of());
  }

  static ListBackend faulty(String name, UnaryOperator<List<LogEntry>> fault) {
    return new ListBackend(name, fault, List.of());
  }

  Contender contender() {
    return new Contender(name, this, defaultSettings());
  }

  @Override
  public Settings defaultSettings() {
    return new Settings();
  }

  @Override
  public LogSink open(BackendConfig config) {
    return new ListSink();
  }

  private final class ListSink implements LogSink {
    private final List<LogEntry> entries = new ArrayList<>();

    @Override
    public AppendReceipt append(LogBatch batch) {
      long first = entries.size() + 1L;
      for (LogRecord entry : batch) {
        entries.add(new LogEntry(entries.size() + 1L, entry));
      }
      return new AppendReceipt(first, entries.size(), Durability.VOLATILE);
    }

    @Override
    public void sync() {}

    @Override
    public LogPage read(LogQuery query) {
      List<LogEntry> all = fault.apply(List.copyOf(entries));
      boolean forward = query.direction() == Direction.FORWARD;
      long after =
          query.position() instanceof Position.After(Cursor cursor)
              ? cursor.sequence()
              : (forward ? 0 : Long.MAX_VALUE);
      List<LogEntry> found =
          (forward ? all : all.reversed())
              .stream()
                  .filter(entry -> forward ? entry.sequence() > after : entry.sequence() < after)
                  .filter(entry -> query.filter().predicate().test(entry.record()))
                  .toList();
      List<LogEntry> page = found.subList(0, Math.min(found.size(), query.limit()));
      Cursor cursor = page.isEmpty() ? new Cursor(entries.size()) : page.getLast().cursor();
      return new LogPage(page, cursor, page.size() < found.size(), gaps);
    }

    @Override
    public LogHistogram histogram(LogFilter filter, Duration bucket) {
      throw new UnsupportedOperationException("no test asks for it");
    }

    @Override
    public Capabilities capabilities() {
      return Capabilities.least().with(Feature.FILTER, Feature.READ_BACKWARD);
    }

    @Override
    public MaintenanceReport maintain(Instant now) {
      return MaintenanceReport.NOTHING;
    }

    @Override
    public SinkStats stats() {
      return new SinkStats(entries.size(), 1, entries.size(), 0, 1, Map.of("kept", "in a list"));
    }

    @Override
    public void close() {}
  }
}
