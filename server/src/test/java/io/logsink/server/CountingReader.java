package io.logsink.server;

import io.logsink.api.LogSinkException;
import io.logsink.api.query.LogFilter;
import io.logsink.api.query.LogHistogram;
import io.logsink.api.query.LogQuery;
import io.logsink.pipeline.route.MergedCursor;
import io.logsink.pipeline.route.MergedPage;
import io.logsink.pipeline.route.MergedReader;
import java.time.Duration;
import java.util.SortedSet;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts first pages: a tail without a cursor reads one, before it waits. */
record CountingReader(MergedReader reader, AtomicInteger firstPageCount) implements MergedReader {
  @Override
  public SortedSet<String> sinks() throws LogSinkException {
    return reader.sinks();
  }

  @Override
  public MergedReader only(String sink) {
    return reader.only(sink);
  }

  @Override
  public MergedPage read(LogQuery query) throws LogSinkException {
    firstPageCount.incrementAndGet();
    return reader.read(query);
  }

  @Override
  public MergedPage readAfter(MergedCursor cursor, LogQuery query) throws LogSinkException {
    return reader.readAfter(cursor, query);
  }

  @Override
  public LogHistogram histogram(LogFilter filter, Duration bucket) throws LogSinkException {
    return reader.histogram(filter, bucket);
  }
}
