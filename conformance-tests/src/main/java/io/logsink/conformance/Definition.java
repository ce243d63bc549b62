package io.logsink.conformance;

import io.logsink.api.query.Cursor;
import io.logsink.api.query.Direction;
import io.logsink.api.query.LogEntry;
import io.logsink.api.query.LogFilter;
import io.logsink.api.query.LogHistogram;
import io.logsink.api.query.LogQuery;
import io.logsink.api.query.Position;
import io.logsink.api.query.RecordPredicate;
import io.logsink.api.record.EpochNanos;
import io.logsink.api.record.LogRecord;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a query's answer is, said over a list of everything that is stored. */
final class Definition {
  private Definition() {}

  /** All pages of {@code query} together. */
  static List<LogEntry> answer(List<LogEntry> all, LogQuery query) {
    boolean forward = query.direction() == Direction.FORWARD;
    List<LogEntry> run = forward ? all : all.reversed();
    Predicate<LogEntry> started = starts(query.position(), forward);
    RecordPredicate predicate = query.filter().predicate();
    return run.stream()
        .dropWhile(started.negate())
        .filter(entry -> predicate.test(entry.record()))
        .toList();
  }

  /** Which entry may be the first. */
  private static Predicate<LogEntry> starts(Position position, boolean forward) {
    return switch (position) {
      case Position.Oldest() -> entry -> forward;
      case Position.Newest() -> entry -> !forward;
      case Position.After(Cursor cursor) ->
          entry ->
              forward ? entry.sequence() > cursor.sequence() : entry.sequence() < cursor.sequence();
      case Position.At(long nanos) ->
          entry ->
              forward
                  ? entry.record().timestampNanos() >= nanos
                  : entry.record().timestampNanos() <= nanos;
    };
  }

  static List<LogHistogram.Bucket> histogram(
      List<LogRecord> all, LogFilter filter, Duration bucket) {
    RecordPredicate predicate = filter.predicate();
    Map<Long, Long> counts =
        all.stream()
            .filter(predicate)
            .map(record -> Math.floorDiv(record.timestampNanos(), bucket.toNanos()))
            .collect(
                Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .map(e ->
            new LogHistogram.Bucket(
                EpochNanos.toInstant(e.getKey() * bucket.toNanos()), e.getValue()))
        .toList();
  }
}
