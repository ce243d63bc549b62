package io.logsink.conformance;

import io.logsink.api.Access;
import io.logsink.api.AppendReceipt;
import io.logsink.api.BackendConfig;
import io.logsink.api.Capabilities;
import io.logsink.api.Durability;
import io.logsink.api.Feature;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkBackend;
import io.logsink.api.LogSinkException;
import io.logsink.api.MaintenanceReport;
import io.logsink.api.RecordRejectedException;
import io.logsink.api.SinkStats;
import io.logsink.api.SinkUnavailableException;
import io.logsink.api.UnsupportedFeatureException;
import io.logsink.api.Visibility;
import io.logsink.api.query.Cursor;
import io.logsink.api.query.Direction;
import io.logsink.api.query.HistogramBuilder;
import io.logsink.api.query.LogEntry;
import io.logsink.api.query.LogFilter;
import io.logsink.api.query.LogHistogram;
import io.logsink.api.query.LogPage;
import io.logsink.api.query.LogQuery;
import io.logsink.api.query.PageBuilder;
import io.logsink.api.query.Position;
import io.logsink.api.record.LogBatch;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** A list in memory, which can have one fault: what the kit is tried on. */
final class ListBackend implements LogSinkBackend {
  /** What can be wrong with it. */
  enum Fault {
    NONE,
    LOSES_THE_LAST_RECORD_OF_A_BATCH,
    CHANGES_A_BYTE,
    GIVES_SEQUENCES_AGAIN,
    IGNORES_THE_LIMIT,
    SORTS_BY_TIME,
    ANSWERS_BACKWARD_QUERIES_IT_DOES_NOT_DECLARE,
    MATCHES_WORDS_AS_SUBSTRINGS,
    GOES_ON_AFTER_CLOSE,
    COUNTS_WRONG
  }

  /** There is nothing to set. */
  record Settings(Path directory) {}

  private static final Capabilities CAPABILITIES =
      Capabilities.least().withVisibility(Visibility.ON_APPEND).with(Feature.FILTER);

  private final Fault fault;

  ListBackend(Fault fault) {
    this.fault = fault;
  }

  @Override
  public String name() {
    return "list";
  }

  @Override
  public Record defaultSettings() {
    return new Settings(Path.of("list"));
  }

  @Override
  public LogSink open(BackendConfig config) throws LogSinkException {
    Settings settings = config.settings(Settings.class);
    if (config.access() == Access.READ_ONLY) {
      throw new SinkUnavailableException(
          fault(settings.directory().toString(), "open", "a list is only there for its owner"),
          null);
    }
    return new ListSink(fault);
  }

  private static LogSinkException.Fault fault(String store, String operation, String detail) {
    return new LogSinkException.Fault("list", store, operation, detail, "-");
  }

  static ConformanceSubject subject(Fault fault) {
    return new ConformanceSubject() {
      @Override
      public LogSinkBackend backend() {
        return new ListBackend(fault);
      }

      @Override
      public Record settings(Path folder, StoreLimits limits) {
        return new Settings(folder);
      }

      @Override
      public Capabilities capabilities() {
        return CAPABILITIES;
      }
    };
  }

  private static final class ListSink implements LogSink {
    private final Fault fault;
    private final List<LogEntry> entries = new CopyOnWriteArrayList<>();
    private long next = 1;
    private volatile boolean closed;

    ListSink(Fault fault) {
      this.fault = fault;
    }

    private void requireOpen() {
      if (closed && fault != Fault.GOES_ON_AFTER_CLOSE) {
        throw new IllegalStateException("closed");
      }
    }

    @Override
    public Capabilities capabilities() {
      return CAPABILITIES;
    }

    @Override
    public AppendReceipt append(LogBatch batch) throws LogSinkException {
      requireOpen();
      requireStorable(batch);
      long first = fault == Fault.GIVES_SEQUENCES_AGAIN ? Math.max(1, next - 1) : next;
      int stored =
          fault == Fault.LOSES_THE_LAST_RECORD_OF_A_BATCH && batch.size() > 1
              ? batch.size() - 1
              : batch.size();
      Stored run = new Stored(first);
      entries.addAll(batch.records().subList(0, stored).stream().map(run::entry).toList());
      next = first + batch.size();
      return new AppendReceipt(first, next - 1, Durability.VOLATILE);
    }

    private static void requireStorable(LogBatch batch) throws RecordRejectedException {
      for (int i = 0; i < batch.size(); i++) {
        if (batch.records().get(i).body().length() > CAPABILITIES.maxRecordBytes()) {
          throw new RecordRejectedException(fault("-", "append", "too long"), i, null);
        }
      }
    }

    /** Numbers the records of one batch. */
    private final class Stored {
      private long sequence;

      Stored(long first) {
        this.sequence = first;
      }

      LogEntry entry(LogRecord record) {
        return new LogEntry(sequence++, altered(record));
      }
    }

    private LogRecord altered(LogRecord record) {
      byte[] body = record.body().toByteArray();
      if (fault != Fault.CHANGES_A_BYTE || body.length == 0 || body[0] >= 0) {
        return record;
      }
      body[0] = '?';
      return new LogRecord(
          record.timestampNanos(),
          record.observedTimestampNanos(),
          record.severity(),
          record.source(),
          LogBody.of(body),
          record.attributes());
    }

    @Override
    public void sync() {
      requireOpen();
    }

    @Override
    public LogPage read(LogQuery query) throws LogSinkException {
      requireOpen();
      if (query.position() instanceof Position.At) {
        throw new UnsupportedFeatureException("list", Feature.SEEK_TIME);
      }
      boolean backward = query.direction() == Direction.BACKWARD;
      if (backward && fault != Fault.ANSWERS_BACKWARD_QUERIES_IT_DOES_NOT_DECLARE) {
        throw new UnsupportedFeatureException("list", Feature.READ_BACKWARD);
      }
      LogQuery asked =
          fault == Fault.IGNORES_THE_LIMIT
              ? new LogQuery(
                  query.filter(), query.position(), query.direction(), LogQuery.MAX_LIMIT)
              : query.where(filter(query.filter()));
      PageBuilder page = new PageBuilder(asked);
      List<LogEntry> all = ordered();
      long newest = all.isEmpty() ? 0 : all.getLast().sequence();
      Iterator<LogEntry> run = all.stream().filter(after(query.position(), newest)).iterator();
      while (run.hasNext() && page.offer(run.next())) {}
      return page.build(new Cursor(newest));
    }

    private LogFilter filter(LogFilter filter) {
      return fault == Fault.MATCHES_WORDS_AS_SUBSTRINGS
              && filter instanceof LogFilter.Words(List<String> words)
          ? LogFilter.contains(words.getFirst())
          : filter;
    }

    private List<LogEntry> ordered() {
      return fault == Fault.SORTS_BY_TIME
          ? entries.stream()
              .sorted(Comparator.comparingLong(entry -> entry.record().timestampNanos()))
              .toList()
          : List.copyOf(entries);
    }

    private static Predicate<LogEntry> after(Position position, long newest) {
      return switch (position) {
        case Position.Oldest() -> entry -> true;
        case Position.Newest() -> entry -> entry.sequence() > newest;
        case Position.After(Cursor cursor) -> entry -> entry.sequence() > cursor.sequence();
        case Position.At at -> entry -> false;
      };
    }

    @Override
    public LogHistogram histogram(LogFilter filter, Duration bucket) throws LogSinkException {
      requireOpen();
      new HistogramBuilder(filter, bucket).build();
      throw new UnsupportedFeatureException("list", Feature.HISTOGRAM);
    }

    @Override
    public MaintenanceReport maintain(Instant now) {
      requireOpen();
      return MaintenanceReport.NOTHING;
    }

    @Override
    public SinkStats stats() {
      requireOpen();
      int count = entries.size() + (fault == Fault.COUNTS_WRONG ? 1 : 0);
      return new SinkStats(
          count,
          entries.isEmpty() ? 0 : entries.getFirst().sequence(),
          entries.isEmpty() ? 0 : entries.getLast().sequence(),
          Math.max(1, count),
          1,
          Map.of());
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
