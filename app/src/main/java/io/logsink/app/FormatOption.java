package io.logsink.app;

import io.logsink.app.entry.EntryFormat;
import io.logsink.app.entry.EntryWriter;
import java.io.OutputStream;
import picocli.CommandLine.Option;

/** What printed entries look like. */
final class FormatOption {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text (default), json (an object a line) or raw (the bytes and a newline).")
  private EntryFormat format = EntryFormat.TEXT;

  EntryWriter writer(OutputStream out) {
    return format.to(out);
  }
}
