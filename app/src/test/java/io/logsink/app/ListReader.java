package io.logsink.app;

import io.logsink.api.LogReader;
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
import java.time.Duration;
import java.util.List;

/** Reads entries that stand in a list, to say what the answer should be. */
record ListReader(List<LogEntry> entries) implements LogReader {
  @Override
  public LogPage read(LogQuery query) {
    boolean forward = query.direction() == Direction.FORWARD;
    PageBuilder page = new PageBuilder(query);
    for (LogEntry entry : forward ? entries : entries.reversed()) {
      boolean wanted = isBeyond(entry.sequence(), query.position(), forward);
      if (wanted && !page.offer(entry)) {
        break;
      }
    }
    return page.build(new Cursor(forward ? entries.getLast().sequence() : 0));
  }

  private static boolean isBeyond(long sequence, Position position, boolean forward) {
    return switch (position) {
      case Position.After(Cursor(long at)) -> forward ? sequence > at : sequence < at;
      case Position.Oldest() -> forward;
      case Position.Newest() -> !forward;
      case Position.At(long nanos) -> throw new IllegalArgumentException("at " + nanos);
    };
  }

  @Override
  public LogHistogram histogram(LogFilter filter, Duration bucket) {
    HistogramBuilder histogram = new HistogramBuilder(filter, bucket);
    entries.forEach(entry -> histogram.offer(entry.record()));
    return histogram.build();
  }
}
