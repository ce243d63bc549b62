package io.logsink.bench.cost;

import io.logsink.api.BackendConfig;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.api.query.LogEntry;
import io.logsink.api.query.LogQuery;
import io.logsink.bench.Contender;
import java.util.List;

/**
 * Opens a store that is there and asks it for the newest records.
 *
 * @param tookNanos from opening to the answer
 * @param recordCount how many records the store has
 * @param newestSequence the newest one's sequence, or 0
 * @param newest the answer, newest first
 */
record Opening(long tookNanos, long recordCount, long newestSequence, List<LogEntry> newest) {
  private static final int LIMIT = 200;

  static Opening of(Contender contender, Record settings) throws LogSinkException {
    long start = System.nanoTime();
    try (LogSink sink = contender.backend().open(BackendConfig.owner(settings))) {
      List<LogEntry> newest = sink.read(LogQuery.newest(LIMIT)).entries();
      long took = System.nanoTime() - start;
      return new Opening(took, sink.stats().recordCount(), sink.stats().newestSequence(), newest);
    }
  }
}
