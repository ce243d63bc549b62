package io.logsink.pipeline.route;

import io.logsink.api.LogReader;
import io.logsink.api.LogSinkException;
import io.logsink.api.query.LogFilter;
import io.logsink.api.query.LogHistogram;
import io.logsink.api.query.LogQuery;
import java.time.Duration;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * Reads several sinks as if they were one. The entries of one sink come in the order in which they
 * were appended; between sinks the timestamp of the next entry of each decides, and at equal times
 * the sink's name. So entries whose clocks step back come out of order of time, and what is
 * appended between two pages comes after what was given out, whatever its timestamp. Safe from any
 * number of threads, while appends go on.
 *
 * <p>A page asks each sink for a page of the query's limit, and forgets what it does not give out.
 */
public interface MergedReader {
  /**
   * A reader over {@code sinks}, which stay the caller's.
   *
   * @param sinks what to read, by the sink's name; one at least
   * @throws IllegalArgumentException when there is none, or a name is not of letters, digits,
   *     {@code -}, {@code _} and {@code .}
   */
  static MergedReader of(SortedMap<String, ? extends LogReader> sinks) {
    return new SinksReader(sinks);
  }

  /**
   * The names of the sinks.
   *
   * @throws LogSinkException as {@link LogReader#read} does
   */
  SortedSet<String> sinks() throws LogSinkException;

  /**
   * A reader of one of the sinks alone, whose cursors know only that one.
   *
   * @throws IllegalArgumentException when there is no such sink; a reader that has to ask somebody
   *     may say so only when it is used
   */
  MergedReader only(String sink);

  /**
   * The first page of what {@code query} asks for, of all sinks.
   *
   * @throws IllegalArgumentException when the query's position is {@code after} the cursor of one
   *     sink; take {@link #readAfter}
   * @throws LogSinkException as {@link LogReader#read} does
   */
  MergedPage read(LogQuery query) throws LogSinkException;

  /**
   * The page next to {@code cursor}, in the direction of {@code query}, whose position does not
   * count. A sink that the cursor does not know is read from its start in that direction. In the
   * other direction than the cursor came from, the page leaves out the last entry that was given of
   * each sink, as a {@link LogReader} does for its one.
   *
   * @throws IllegalArgumentException when the cursor names a sink that there is not
   * @throws LogSinkException as {@link LogReader#read} does
   */
  MergedPage readAfter(MergedCursor cursor, LogQuery query) throws LogSinkException;

  /**
   * Counts what matches per stretch of time, in all sinks together. The detail of a gap begins with
   * the name of its sink.
   *
   * @throws IllegalArgumentException when there would be more than {@link LogHistogram#MAX_BUCKETS}
   *     stretches
   * @throws LogSinkException as {@link LogReader#histogram} does
   */
  LogHistogram histogram(LogFilter filter, Duration bucket) throws LogSinkException;
}
