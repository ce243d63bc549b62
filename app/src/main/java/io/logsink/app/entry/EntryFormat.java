package io.logsink.app.entry;

import java.io.OutputStream;

/** What printed entries look like. */
public enum EntryFormat {
  /** A line for people: time, severity, source, text. */
  TEXT,
  /** An object a line, with everything the entry has. */
  JSON,
  /** The bytes of the body, and a newline. */
  RAW;

  /** A writer to {@code out}, which it does not flush. */
  public EntryWriter to(OutputStream out) {
    return switch (this) {
      case TEXT -> new TextWriter(out);
      case JSON -> new JsonWriter(out);
      case RAW -> new RawWriter(out);
    };
  }
}
