package io.logsink.api;

import io.logsink.api.query.LogFilter;
import io.logsink.api.query.LogHistogram;
import io.logsink.api.query.LogPage;
import io.logsink.api.query.LogQuery;
import java.time.Duration;

/** How records are read back. Safe from any number of threads, while appends go on. */
public interface LogReader {
  /**
   * Reads one page. What was visible when the call began is considered, nothing later. The page
   * owns nothing of the store: no transaction, file or statement stays open.
   *
   * @return up to {@link LogQuery#limit()} entries in the direction asked for; see {@link LogPage}
   *     for how to go on
   * @throws SinkUnavailableException when it failed for now
   * @throws UnsupportedFeatureException when the query needs what {@link LogSink#capabilities()}
   *     does not declare
   * @throws IllegalStateException when the sink is closed
   */
  LogPage read(LogQuery query) throws LogSinkException;

  /**
   * Counts what matches per stretch of time.
   *
   * @param filter what to count
   * @param bucket the length of a stretch, at least one millisecond; stretches are aligned to
   *     1970-01-01T00:00:00Z
   * @return the counts, in order of time, of stretches that have any
   * @throws IllegalArgumentException when there would be more than {@link LogHistogram#MAX_BUCKETS}
   *     stretches
   * @throws SinkUnavailableException when it failed for now
   * @throws UnsupportedFeatureException when the sink has no {@link Feature#HISTOGRAM}
   * @throws IllegalStateException when the sink is closed
   */
  LogHistogram histogram(LogFilter filter, Duration bucket) throws LogSinkException;
}
