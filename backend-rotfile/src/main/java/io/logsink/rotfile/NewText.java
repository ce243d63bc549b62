package io.logsink.rotfile;

import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** The lines that one append adds to one source's file, gathered to be written at once. */
final class NewText {
  private static final int FIRST_BYTES = 4 << 10;

  /** With so many bytes gathered they are written, so that a large batch does not take twice. */
  private static final int FLUSH_BYTES = 1 << 20;

  private final OpenFiles open;
  private final Source source;
  private final Path file;
  private final CRC32C crc = new CRC32C();
  private byte[] lines = new byte[FIRST_BYTES];
  private int length;
  private int checkedLength;
  private long writtenEnd;
  private long runStart;

  /** Lines that start at {@code end} of {@code file}. */
  NewText(OpenFiles open, Source source, Path file, long end) {
    this.open = open;
    this.source = source;
    this.file = file;
    this.writtenEnd = end;
    this.runStart = end;
  }

  void add(LinePrefix prefix, LogRecord record) throws IOException {
    byte[] body = record.body().unsafeArray();
    makeRoom(LinePrefix.lineBytes(body.length));
    prefix.write(record.timestampNanos(), record.severity(), lines, length);
    System.arraycopy(body, 0, lines, length + LinePrefix.BYTES, body.length);
    length += LinePrefix.lineBytes(body.length);
    lines[length - 1] = '\n';
  }

  private void makeRoom(int bytes) throws IOException {
    if (length > 0 && length + bytes > FLUSH_BYTES) {
      flush();
    }
    if (length + bytes > lines.length) {
      lines = Arrays.copyOf(lines, Math.max(length + bytes, 2 * lines.length));
    }
  }

  /** The lines since the last run, as a run. */
  TextRun endRun() {
    check();
    TextRun run =
        new TextRun(source, runStart, Math.toIntExact(end() - runStart), (int) crc.getValue());
    runStart = end();
    crc.reset();
    return run;
  }

  private void check() {
    crc.update(lines, checkedLength, length - checkedLength);
    checkedLength = length;
  }

  /** Where the file ends once everything is written. */
  long end() {
    return writtenEnd + length;
  }

  void flush() throws IOException {
    check();
    open.write(file, lines, length, writtenEnd);
    writtenEnd += length;
    length = 0;
    checkedLength = 0;
  }
}
