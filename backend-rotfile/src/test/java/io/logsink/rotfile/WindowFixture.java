package io.logsink.rotfile;

import io.logsink.api.LogSinkException;
import io.logsink.api.query.Direction;
import io.logsink.api.query.LogEntry;
import io.logsink.api.query.LogFilter;
import io.logsink.api.record.LogBatch;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Source;
import io.logsink.storage.Folders;
import io.logsink.storage.Window;
import io.logsink.storage.WindowFullException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What the tests of windows do again and again. */
final class WindowFixture {
  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private WindowFixture() {}

  /** What a scan showed. */
  record Seen(List<LogEntry> entries, List<Long> damaged) {
    List<Long> sequences() {
      return entries.stream().map(LogEntry::sequence).toList();
    }

    List<LogRecord> records() {
      return entries.stream().map(LogEntry::record).toList();
    }
  }

  /** The line {@code line N of many}, of the source {@code rare} for every tenth. */
  static LogRecord line(long number) {
    return LogRecord.of(
        START.plusSeconds(number),
        Source.of(number % 10 == 0 ? "rare" : "often"),
        LogBody.of("line %d of many".formatted(number)));
  }

  /** The lines that have these sequences as their numbers. */
  static LogBatch lines(long first, int count) {
    return LogBatch.of(
        LongStream.range(first, first + count).mapToObj(WindowFixture::line).toList());
  }

  /** Batches of lines with sequences from 1 on. */
  static void append(Window window, int batchCount, int batchSize)
      throws LogSinkException, WindowFullException {
    for (int i = 0; i < batchCount; i++) {
      long first = 1L + i * (long) batchSize;
      window.append(first, lines(first, batchSize));
    }
  }

  static List<Long> range(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }

  static Seen all(Window window) throws LogSinkException {
    return scan(window, 1, Long.MAX_VALUE, Direction.FORWARD, LogFilter.all());
  }

  static Seen scan(Window window, long first, long last, Direction direction, LogFilter filter)
      throws LogSinkException {
    Seen seen = new Seen(new ArrayList<>(), new ArrayList<>());
    window.scan(
        new Window.Scan(first, last, direction, filter.bounds()),
        new Window.Visitor() {
          @Override
          public boolean visit(LogEntry entry) {
            return seen.entries.add(entry);
          }

          @Override
          public void damaged(long firstSequence, long lastSequence, String detail) {
            seen.damaged.addAll(range(firstSequence, lastSequence));
          }
        });
    return seen;
  }

  /** What of {@code window} has all of {@code words}, decided as the store does. */
  static List<Long> withWords(Window window, String words) throws LogSinkException {
    LogFilter filter = LogFilter.words(words);
    var predicate = filter.predicate();
    return scan(window, 1, Long.MAX_VALUE, Direction.FORWARD, filter).entries().stream()
        .filter(entry -> predicate.test(entry.record()))
        .map(LogEntry::sequence)
        .toList();
  }

  static void seal(Window window) throws LogSinkException {
    window.prepareSeal();
    window.seal();
  }

  static Path copy(Path folder, Path target) throws IOException {
    Folders.delete(target);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        Files.copy(file, target.resolve(folder.relativize(file).toString()));
      }
    }
    return target;
  }

  static List<String> namesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  static void flip(Path file, long at) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[(int) at] ^= 1;
    Files.write(file, bytes);
  }
}
