package io.logsink.pipeline.route;

import io.logsink.api.AppendReceipt;
import io.logsink.api.Capabilities;
import io.logsink.api.Durability;
import io.logsink.api.Feature;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.api.LogSinkException.Fault;
import io.logsink.api.MaintenanceReport;
import io.logsink.api.SinkStats;
import io.logsink.api.SinkUnavailableException;
import io.logsink.api.UnsupportedFeatureException;
import io.logsink.api.query.Cursor;
import io.logsink.api.query.Direction;
import io.logsink.api.query.Gap;
import io.logsink.api.query.HistogramBuilder;
import io.logsink.api.query.LogEntry;
import io.logsink.api.query.LogFilter;
import io.logsink.api.query.LogHistogram;
import io.logsink.api.query.LogPage;
import io.logsink.api.query.LogQuery;
import io.logsink.api.query.Position;
import io.logsink.api.query.RecordPredicate;
import io.logsink.api.record.LogBatch;
import io.logsink.api.record.LogRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * A sink in memory, written by the words of the contract and nothing else: with patience for only
 * so many entries a page, and with faults on demand.
 */
final class MemorySink implements LogSink {
  /** Lets appends through; a test that wants this sink stuck puts another one in its place. */
  volatile CountDownLatch gate = new CountDownLatch(0);

  volatile boolean isBroken;
  volatile boolean isWithoutFilter;

  /** How many entries it looks at for one page. */
  int patience = Integer.MAX_VALUE;

  private final List<LogEntry> entries = new ArrayList<>();
  private long lastSequence;
  private long removedThrough;

  /** Stores {@code record} {@code distance} sequences behind the last. */
  synchronized void add(LogRecord record, int distance) {
    lastSequence += distance;
    entries.add(new LogEntry(lastSequence, record));
    notifyAll();
  }

  /** Waits until {@code count} entries are there; whether they came in time. */
  synchronized boolean await(int count, Duration timeout) throws InterruptedException {
    long deadline = System.nanoTime() + timeout.toNanos();
    for (long left = timeout.toMillis();
        entries.size() < count && left > 0;
        left = (deadline - System.nanoTime()) / 1_000_000) {
      wait(left);
    }
    return entries.size() >= count;
  }

  /** Forgets the oldest {@code count} entries, as retention does. */
  synchronized void removeOldest(int count) {
    for (int i = 0; i < count && !entries.isEmpty(); i++) {
      removedThrough = entries.removeFirst().sequence();
    }
  }

  synchronized List<LogEntry> entries() {
    return List.copyOf(entries);
  }

  List<String> texts() {
    return entries().stream().map(entry -> entry.record().body().text()).toList();
  }

  @Override
  public Capabilities capabilities() {
    return Capabilities.least();
  }

  @Override
  public AppendReceipt append(LogBatch batch) throws LogSinkException {
    passGate();
    if (isBroken) {
      throw new SinkUnavailableException(
          new Fault("memory", "nowhere", "append", "as the test wants it", "-"), null);
    }
    synchronized (this) {
      long first = lastSequence + 1;
      batch.records().forEach(record -> add(record, 1));
      return new AppendReceipt(first, lastSequence, Durability.VOLATILE);
    }
  }

  private void passGate() {
    try {
      gate.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void sync() {}

  @Override
  public synchronized LogPage read(LogQuery query) {
    requireFilter(query.filter());
    boolean forward = query.direction() == Direction.FORWARD;
    long start = start(query.position(), forward);
    RecordPredicate predicate = query.filter().predicate();
    List<LogEntry> found = new ArrayList<>();
    long bodyBytes = 0;
    int looked = 0;
    for (LogEntry entry : forward ? entries : entries.reversed()) {
      if (forward ? entry.sequence() >= start : entry.sequence() <= start) {
        looked++;
        if (predicate.test(entry.record())) {
          found.add(entry);
          bodyBytes += entry.record().body().length();
        }
        if (found.size() >= query.limit()
            || bodyBytes >= LogPage.MAX_BODY_BYTES
            || looked >= patience) {
          return new LogPage(found, entry.cursor(), true, gaps(query, start));
        }
      }
    }
    long end = forward ? Math.max(lastSequence, start - 1) : Math.min(start + 1, 1);
    return new LogPage(found, new Cursor(Math.max(0, end)), false, gaps(query, start));
  }

  private void requireFilter(LogFilter filter) {
    if (isWithoutFilter && !filter.equals(LogFilter.all())) {
      throw new UnsupportedFeatureException("memory", Feature.FILTER);
    }
  }

  private long start(Position position, boolean forward) {
    return switch (position) {
      case Position.Oldest() -> forward ? 1 : 0;
      case Position.Newest() -> forward ? lastSequence + 1 : lastSequence;
      case Position.After(Cursor cursor) -> cursor.sequence() + (forward ? 1 : -1);
      case Position.At(long nanos) -> at(nanos, forward);
    };
  }

  private long at(long nanos, boolean forward) {
    for (LogEntry entry : forward ? entries : entries.reversed()) {
      long time = entry.record().timestampNanos();
      if (forward ? time >= nanos : time <= nanos) {
        return entry.sequence();
      }
    }
    return forward ? lastSequence + 1 : 0;
  }

  private List<Gap> gaps(LogQuery query, long start) {
    boolean forward = query.direction() == Direction.FORWARD;
    long first = forward ? Math.max(1, start) : 1;
    long last = forward ? removedThrough : Math.min(start, removedThrough);
    return query.position() instanceof Position.After && start <= removedThrough && first <= last
        ? List.of(new Gap(first, last, Gap.Cause.RETENTION, ""))
        : List.of();
  }

  @Override
  public synchronized LogHistogram histogram(LogFilter filter, Duration bucket) {
    requireFilter(filter);
    HistogramBuilder histogram = new HistogramBuilder(filter, bucket);
    entries.forEach(entry -> histogram.offer(entry.record()));
    if (removedThrough > 0) {
      histogram.gap(new Gap(1, removedThrough, Gap.Cause.DAMAGE, ""));
    }
    return histogram.build();
  }

  @Override
  public MaintenanceReport maintain(Instant now) {
    return MaintenanceReport.NOTHING;
  }

  @Override
  public synchronized SinkStats stats() {
    int count = entries.size();
    long oldest = count == 0 ? 0 : entries.getFirst().sequence();
    return new SinkStats(count, oldest, count == 0 ? 0 : lastSequence, count, 1, Map.of());
  }

  @Override
  public void close() {}
}
