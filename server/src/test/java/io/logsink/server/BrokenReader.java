package io.logsink.server;

import io.logsink.api.LogSinkException;
import io.logsink.api.query.LogFilter;
import io.logsink.api.query.LogHistogram;
import io.logsink.api.query.LogQuery;
import io.logsink.pipeline.route.MergedCursor;
import io.logsink.pipeline.route.MergedPage;
import io.logsink.pipeline.route.MergedReader;
import java.time.Duration;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Throws the same whatever it is asked. */
record BrokenReader(Exception failure) implements MergedReader {
  @Override
  public SortedSet<String> sinks() {
    return new TreeSet<>(Set.of("broken"));
  }

  @Override
  public MergedReader only(String sink) {
    return this;
  }

  @Override
  public MergedPage read(LogQuery query) throws LogSinkException {
    throw thrown();
  }

  @Override
  public MergedPage readAfter(MergedCursor cursor, LogQuery query) throws LogSinkException {
    throw thrown();
  }

  @Override
  public LogHistogram histogram(LogFilter filter, Duration bucket) throws LogSinkException {
    throw thrown();
  }

  private RuntimeException thrown() throws LogSinkException {
    if (failure instanceof LogSinkException e) {
      throw e;
    }
    return (RuntimeException) failure;
  }
}
