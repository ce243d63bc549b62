package io.logsink.app;

import io.logsink.api.LogSinkException;
import io.logsink.pipeline.route.MergedReader;
import java.util.SortedSet;

/**
 * Stores that a command reads: through their owner when one runs, or opened read-only by the
 * command itself.
 */
final class Reading implements AutoCloseable {
  private final MergedReader reader;
  private final boolean live;
  private final Closing closing;

  /** How it is closed. */
  interface Closing {
    void close() throws LogSinkException;
  }

  /**
   * What is read.
   *
   * @param live whether what is appended from now on is seen, too
   */
  Reading(MergedReader reader, boolean live, Closing closing) {
    this.reader = reader;
    this.live = live;
    this.closing = closing;
  }

  MergedReader reader() {
    return reader;
  }

  boolean isLive() {
    return live;
  }

  /**
   * The only store that is read.
   *
   * @param what needs there to be one, for the message
   */
  OneSink one(String what) throws LogSinkException {
    SortedSet<String> sinks = reader.sinks();
    if (sinks.size() > 1) {
      throw new IllegalArgumentException(
          "%s is of one store, and there are %s; choose with --backend"
              .formatted(what, String.join(", ", sinks)));
    }
    return new OneSink(reader, sinks.first());
  }

  @Override
  public void close() throws LogSinkException {
    closing.close();
  }
}
