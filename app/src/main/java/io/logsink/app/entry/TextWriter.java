package io.logsink.app.entry;

import io.logsink.api.query.LogEntry;
import io.logsink.api.record.Attributes;
import io.logsink.api.record.LogRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * One line an entry: time in UTC, severity, source, body, attributes. As with grep, a {@code :}
 * stands behind the source of a hit and a {@code -} behind that of context. Control characters are
 * written as escapes, so that an entry stays one line and cannot give orders to the terminal.
 */
record TextWriter(OutputStream out) implements EntryWriter {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  @Override
  public void hit(LogEntry entry) throws IOException {
    print(entry.record(), ':');
  }

  @Override
  public void context(LogEntry entry) throws IOException {
    print(entry.record(), '-');
  }

  @Override
  public void separator() throws IOException {
    print("--\n");
  }

  private void print(LogRecord record, char mark) throws IOException {
    StringBuilder line = new StringBuilder(100 + record.body().length());
    TIME.formatTo(record.timestamp(), line);
    line.append(" %-5s ".formatted(record.severity()));
    line.append(record.source()).append(mark).append(' ');
    appendVisible(line, record.body().text());
    appendAttributes(line, record.attributes());
    print(line.append('\n').toString());
  }

  private static void appendAttributes(StringBuilder line, Attributes attributes) {
    attributes
        .asMap()
        .forEach((key, value) -> {
          appendVisible(line.append(' '), key);
          appendVisible(line.append('='), value.text());
        });
  }

  private static void appendVisible(StringBuilder line, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) && c != '\t') {
        line.append(escape(c));
      } else {
        line.append(c);
      }
    }
  }

  private static String escape(char control) {
    return switch (control) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      default -> "\\x%02x".formatted((int) control);
    };
  }

  private void print(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
