package io.logsink.config;

import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.api.SinkUnavailableException;
import io.logsink.pipeline.route.MergedReader;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** Stores that were opened to be read as one. Closing it closes all of them. */
public final class ReadOnlyStores implements AutoCloseable {
  private final OpenSinks sinks;
  private final SortedMap<String, SinkUnavailableException> unavailable;
  private final MergedReader reader;

  ReadOnlyStores(OpenSinks sinks, SortedMap<String, SinkUnavailableException> unavailable) {
    this.sinks = sinks;
    this.unavailable = new TreeMap<>(unavailable);
    this.reader = MergedReader.of(sinks.sinks());
  }

  /** All stores that could be opened as one. */
  public MergedReader reader() {
    return reader;
  }

  /** Those stores by the names of their backends; one at least. */
  public SortedMap<String, LogSink> sinks() {
    return sinks.sinks();
  }

  /**
   * Why the others could not be opened, by the names of their backends. Whoever shows records says
   * so: theirs are missing.
   */
  public SortedMap<String, SinkUnavailableException> unavailable() {
    return Collections.unmodifiableSortedMap(unavailable);
  }

  /**
   * Closes the stores. A second call does nothing.
   *
   * @throws LogSinkException as {@link LogSink#close} does
   */
  @Override
  public void close() throws LogSinkException {
    sinks.close();
  }
}
