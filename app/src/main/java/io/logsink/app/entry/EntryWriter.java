package io.logsink.app.entry;

import io.logsink.api.query.LogEntry;
import java.io.IOException;

/** Prints entries in one format. For one thread. */
public interface EntryWriter {
  /** Prints what the query found. */
  void hit(LogEntry entry) throws IOException;

  /** Prints a neighbour of a hit. */
  void context(LogEntry entry) throws IOException;

  /** Marks that entries are left out between two runs of hits with context. */
  void separator() throws IOException;
}
