package io.logsink.lmdb;

import io.logsink.api.LogSinkException;
import io.logsink.api.query.Direction;
import io.logsink.api.query.FilterBounds;
import io.logsink.api.query.LogEntry;
import io.logsink.api.query.LogFilter;
import io.logsink.api.record.LogBatch;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Source;
import io.logsink.storage.Window;
import io.logsink.storage.WindowFullException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** What the tests of windows do again and again. */
final class WindowFixture {
  static final FilterBounds EVERYTHING = LogFilter.all().bounds();
  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private WindowFixture() {}

  /** What a scan showed. */
  record Seen(List<LogEntry> entries, List<Stretch> damage) {
    List<Long> sequences() {
      return entries.stream().map(LogEntry::sequence).toList();
    }
  }

  /** Sequences that could not be read. */
  record Stretch(long first, long last) {}

  /** Lines {@code line 1}, {@code line 2}, ... a second apart, for the sequences from first on. */
  static LogBatch lines(long first, int count) {
    List<LogRecord> records = new ArrayList<>();
    for (long sequence = first; sequence < first + count; sequence++) {
      records.add(
          LogRecord.of(
              START.plusSeconds(sequence), Source.of("pty:web"), LogBody.of("line " + sequence)));
    }
    return LogBatch.of(records);
  }

  /** A batch of one record that cannot be compressed. */
  static LogBatch noise(int bodyBytes) {
    byte[] body = new byte[bodyBytes];
    new Random(1).nextBytes(body);
    return LogBatch.of(LogRecord.of(START, Source.of("rpc"), LogBody.unsafeWrap(body)));
  }

  /** Batches of lines with sequences from 1 on. */
  static void append(Window window, int batchCount, int batchSize)
      throws LogSinkException, WindowFullException {
    for (int i = 0; i < batchCount; i++) {
      long first = 1L + i * (long) batchSize;
      window.append(first, lines(first, batchSize));
    }
  }

  static Seen scan(Window window, long first, long last, Direction direction)
      throws LogSinkException {
    return scan(window, new Window.Scan(first, last, direction, EVERYTHING));
  }

  static Seen all(Window window) throws LogSinkException {
    return scan(window, 1, Long.MAX_VALUE, Direction.FORWARD);
  }

  static Seen scan(Window window, Window.Scan scan) throws LogSinkException {
    Seen seen = new Seen(new ArrayList<>(), new ArrayList<>());
    window.scan(
        scan,
        new Window.Visitor() {
          @Override
          public boolean visit(LogEntry entry) {
            return seen.entries.add(entry);
          }

          @Override
          public void damaged(long firstSequence, long lastSequence, String detail) {
            seen.damage.add(new Stretch(firstSequence, lastSequence));
          }
        });
    return seen;
  }

  static Path copy(Path folder, Path target) throws IOException {
    Files.createDirectories(target);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.copy(file, target.resolve(file.getFileName()));
      }
    }
    return target;
  }
}
