package io.logsink.app.entry;

import io.logsink.api.query.LogEntry;
import java.io.IOException;
import java.io.OutputStream;

/** The bytes that were stored, whatever they are, and a newline. */
record RawWriter(OutputStream out) implements EntryWriter {
  @Override
  public void hit(LogEntry entry) throws IOException {
    out.write(entry.record().body().unsafeArray());
    out.write('\n');
  }

  @Override
  public void context(LogEntry entry) throws IOException {
    hit(entry);
  }

  @Override
  public void separator() throws IOException {
    out.write('-');
    out.write('-');
    out.write('\n');
  }
}
