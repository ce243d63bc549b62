package com.example.journal;

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
import io.logsink.api.record.LogRecord;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/**
 * All entries, in memory. One thread adds, any may read meanwhile: they look no further than the
 * newest sequence, which moves once a batch is there as a whole.
 */
final class Entries {
  private final ConcurrentSkipListMap<Long, LogEntry> bySequence = new ConcurrentSkipListMap<>();
  private volatile long newest;

  /** The newest entry's sequence, or 0; they count up from 1. */
  long newest() {
    return newest;
  }

  void add(Iterable<LogRecord> batch) {
    long sequence = newest;
    for (LogRecord record : batch) {
      sequence++;
      bySequence.put(sequence, new LogEntry(sequence, record));
    }
    newest = sequence;
  }

  LogPage read(LogQuery query) {
    long visible = newest;
    boolean forward = query.direction() == Direction.FORWARD;
    long from = from(query.position(), forward, visible);
    Iterator<LogEntry> run = run(from, forward, visible).iterator();
    PageBuilder page = new PageBuilder(query);
    while (run.hasNext() && page.offer(run.next())) {}
    return page.build(new Cursor(forward ? Math.max(from, visible) : 0));
  }

  /** The sequence next to which a page starts; itself it is not in the page. */
  private long from(Position position, boolean forward, long visible) {
    return switch (position) {
      case Position.Oldest() -> 0;
      case Position.Newest() -> forward ? visible : visible + 1;
      case Position.After(Cursor cursor) -> cursor.sequence();
      case Position.At(long nanos) -> forward ? fromTime(nanos, visible) : toTime(nanos, visible);
    };
  }

  private long fromTime(long nanos, long visible) {
    return run(0, true, visible)
        .filter(entry -> entry.record().timestampNanos() >= nanos)
        .findFirst()
        .map(entry -> entry.sequence() - 1)
        .orElse(visible);
  }

  private long toTime(long nanos, long visible) {
    return run(visible + 1, false, visible)
        .filter(entry -> entry.record().timestampNanos() <= nanos)
        .findFirst()
        .map(entry -> entry.sequence() + 1)
        .orElse(0L);
  }

  private Stream<LogEntry> run(long from, boolean forward, long visible) {
    return forward
        ? bySequence.tailMap(from, false).values().stream()
            .takeWhile(entry -> entry.sequence() <= visible)
        : bySequence.headMap(Math.min(from, visible + 1)).descendingMap().values().stream();
  }

  LogHistogram histogram(LogFilter filter, Duration bucket) {
    HistogramBuilder histogram = new HistogramBuilder(filter, bucket);
    run(0, true, newest).map(LogEntry::record).forEach(histogram::offer);
    return histogram.build();
  }
}
