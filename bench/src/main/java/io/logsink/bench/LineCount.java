package io.logsink.bench;

import io.logsink.api.record.LogRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Counts the lines of files that nobody can read records from. It shows that no record is missing;
 * that each is right it does not show.
 */
final class LineCount {
  private LineCount() {}

  /**
   * What came of counting the lines below {@code folder}, which is closed: one for each of the
   * {@code appended} records, and one for each newline in a body.
   *
   * @throws DifferenceException when there are more or fewer
   */
  static ReadBack of(Path folder, List<LogRecord> appended)
      throws IOException, DifferenceException {
    long expected = appended.size() + newlines(appended);
    long found = lines(folder);
    if (found != expected) {
      throw new DifferenceException(
          "%d records are %d lines, and its files have %d"
              .formatted(appended.size(), expected, found));
    }
    return ReadBack.counted(appended.size());
  }

  private static long newlines(List<LogRecord> records) {
    long count = 0;
    for (LogRecord record : records) {
      for (byte b : record.body().unsafeArray()) {
        count += b == '\n' ? 1 : 0;
      }
    }
    return count;
  }

  private static long lines(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      long count = 0;
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        count += linesOf(file);
      }
      return count;
    }
  }

  private static long linesOf(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      long count = 0;
      for (int b = in.read(); b >= 0; b = in.read()) {
        count += b == '\n' ? 1 : 0;
      }
      return count;
    }
  }
}
