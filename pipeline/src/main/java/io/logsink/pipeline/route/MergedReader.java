package io.logsink.pipeline.route;

import io.logsink.api.LogReader;
import io.logsink.api.LogSinkException;
import io.logsink.api.query.LogFilter;
import io.logsink.api.query.LogHistogram;
import io.logsink.api.query.LogQuery;
import java.time.Duration;

/**
 * Reads several sinks as if they were one. The entries of one sink come in the order in which they
 * were appended; between sinks the timestamp decides. Safe from any number of threads, while
 * appends go on.
 */
public interface MergedReader {
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
   * count.
   *
   * @throws IllegalArgumentException when the cursor names a sink that there is not
   * @throws LogSinkException as {@link LogReader#read} does
   */
  MergedPage readAfter(MergedCursor cursor, LogQuery query) throws LogSinkException;

  /**
   * Counts what matches per stretch of time, in all sinks together.
   *
   * @throws LogSinkException as {@link LogReader#histogram} does
   */
  LogHistogram histogram(LogFilter filter, Duration bucket) throws LogSinkException;
}
