package io.logsink.baselines.appender;

import io.logsink.api.record.LogRecord;
import java.io.IOException;
import java.util.Map;

/** A file appender of a library. {@link LineSink} makes a sink of it. */
interface LineAppender {
  void append(LogRecord entry);

  /**
   * Looks for what went wrong meanwhile: these libraries tell nobody who does not ask.
   *
   * @throws IOException when something did; some lines are missing then
   */
  void check() throws IOException;

  /** Hands everything to the operating system. */
  void flush() throws IOException;

  /** The library's own settings, read back from it, by name. */
  Map<String, String> engine();

  /** As {@link #flush()}, and closes the file. */
  void close() throws IOException;
}
