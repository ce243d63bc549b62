package io.logsink.pipeline.route;

import io.logsink.api.LogReader;
import io.logsink.api.LogSinkException;
import io.logsink.api.query.Cursor;
import io.logsink.api.query.Direction;
import io.logsink.api.query.LogFilter;
import io.logsink.api.query.LogHistogram;
import io.logsink.api.query.LogQuery;
import io.logsink.api.query.Position;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a page of each sink and merges them. Keeps nothing between calls. */
final class SinksReader implements MergedReader {
  private final SortedMap<String, LogReader> sinks;

  SinksReader(SortedMap<String, ? extends LogReader> sinks) {
    if (sinks.isEmpty()) {
      throw new IllegalArgumentException("there is no sink to read; name one at least");
    }
    sinks.keySet().forEach(SinkName::require);
    this.sinks = new TreeMap<>(sinks);
  }

  @Override
  public SortedSet<String> sinks() {
    return new TreeSet<>(sinks.keySet());
  }

  @Override
  public MergedReader only(String sink) {
    requireSink(sink, "there is no sink " + sink);
    return new SinksReader(new TreeMap<>(Map.of(sink, Objects.requireNonNull(sinks.get(sink)))));
  }

  private void requireSink(String sink, String problem) {
    if (!sinks.containsKey(sink)) {
      throw new IllegalArgumentException("%s; there are %s".formatted(problem, sinks.keySet()));
    }
  }

  @Override
  public MergedPage read(LogQuery query) throws LogSinkException {
    if (query.position() instanceof Position.After(Cursor cursor)) {
      throw new IllegalArgumentException(
          "the cursor %s is of one sink and there are %s; read after a cursor of all of them"
              .formatted(cursor, sinks.keySet()));
    }
    return merge(query, _ -> query.position());
  }

  @Override
  public MergedPage readAfter(MergedCursor cursor, LogQuery query) throws LogSinkException {
    cursor
        .cursors()
        .keySet()
        .forEach(
            sink ->
                requireSink(
                    sink,
                    "the cursor %s is of a sink %s, which is not there".formatted(cursor, sink)));
    return merge(query, sink -> position(cursor.cursors().get(sink), query.direction()));
  }

  private static Position position(@Nullable Cursor cursor, Direction direction) {
    if (cursor != null) {
      return Position.after(cursor);
    }
    return direction == Direction.FORWARD ? Position.oldest() : Position.newest();
  }

  private MergedPage merge(LogQuery query, Function<String, Position> start)
      throws LogSinkException {
    List<Lane> lanes = new ArrayList<>(sinks.size());
    for (Map.Entry<String, LogReader> sink : sinks.entrySet()) {
      LogQuery own = query.from(start.apply(sink.getKey()));
      lanes.add(new Lane(sink.getKey(), own, sink.getValue().read(own)));
    }
    return new PageMerger(lanes, query).merge();
  }

  @Override
  public LogHistogram histogram(LogFilter filter, Duration bucket) throws LogSinkException {
    HistogramSum sum = new HistogramSum(bucket);
    for (Map.Entry<String, LogReader> sink : sinks.entrySet()) {
      sum.add(sink.getKey(), sink.getValue().histogram(filter, bucket));
    }
    return sum.build();
  }
}
