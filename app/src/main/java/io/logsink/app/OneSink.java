package io.logsink.app;

import io.logsink.api.LogReader;
import io.logsink.api.LogSinkException;
import io.logsink.api.query.Cursor;
import io.logsink.api.query.LogFilter;
import io.logsink.api.query.LogHistogram;
import io.logsink.api.query.LogPage;
import io.logsink.api.query.LogQuery;
import io.logsink.api.query.Position;
import io.logsink.pipeline.route.MergedCursor;
import io.logsink.pipeline.route.MergedEntry;
import io.logsink.pipeline.route.MergedPage;
import io.logsink.pipeline.route.MergedReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A reader of the only sink that a merged reader has.
 *
 * @param reader the merged reader
 * @param name the name of its sink
 */
record OneSink(MergedReader reader, String name) implements LogReader {
  @Override
  public LogPage read(LogQuery query) throws LogSinkException {
    MergedPage page =
        query.position() instanceof Position.After(Cursor cursor)
            ? reader.readAfter(cursor(cursor), query)
            : reader.read(query);
    return new LogPage(
        page.entries().stream().map(MergedEntry::entry).toList(),
        Objects.requireNonNull(page.cursor().cursors().get(name)),
        page.more(),
        page.gaps().getOrDefault(name, List.of()));
  }

  /** A cursor of this sink as one of the merged reader. */
  MergedCursor cursor(Cursor cursor) {
    return new MergedCursor(new TreeMap<>(Map.of(name, cursor)));
  }

  @Override
  public LogHistogram histogram(LogFilter filter, Duration bucket) throws LogSinkException {
    return reader.histogram(filter, bucket);
  }
}
