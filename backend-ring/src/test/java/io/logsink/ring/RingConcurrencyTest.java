package io.logsink.ring;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.api.query.Cursor;
import io.logsink.api.query.LogEntry;
import io.logsink.api.query.LogPage;
import io.logsink.api.query.LogQuery;
import io.logsink.api.query.Position;
import io.logsink.api.record.LogBatch;
import io.logsink.api.record.LogRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Readers and snapshots beside an appender that overwrites what they are at. */
final class RingConcurrencyTest {
  private static final int BATCH_COUNT = 3_000;
  private static final int BATCH_SIZE = 20;

  @TempDir Path folder;

  /** The body says where the record must stand. */
  private static LogRecord record(RingFixture fixture, long sequence) {
    String source = sequence % 50 == 0 ? "quiet" : "flood" + sequence % 2;
    return fixture.record(source, sequence + " " + "x".repeat((int) (sequence % 300)));
  }

  @Test
  void everyPageIsWholeWhileItsRecordsAreOverwritten() throws Exception {
    RingFixture fixture = new RingFixture(folder);
    AtomicBoolean done = new AtomicBoolean();
    try (LogSink sink = fixture.own();
        ExecutorService threads = Executors.newCachedThreadPool()) {
      List<Future<Long>> others = new ArrayList<>();
      others.add(threads.submit(follow(sink, done)));
      others.add(threads.submit(rereadAll(sink, done)));
      others.add(threads.submit(takeSnapshots(sink, done)));
      appendAll(sink, fixture, done);
      for (Future<Long> other : others) {
        assertThat(other.get()).isPositive();
      }
    }
    try (LogSink reader = fixture.read()) {
      RingFixture.readAll(reader).forEach(RingConcurrencyTest::assertIsIntact);
      assertThat(reader.stats().newestSequence()).isEqualTo((long) BATCH_COUNT * BATCH_SIZE);
    }
  }

  private static void appendAll(LogSink sink, RingFixture fixture, AtomicBoolean done)
      throws LogSinkException {
    try {
      for (long batch = 0; batch < BATCH_COUNT; batch++) {
        long first = batch * BATCH_SIZE + 1;
        sink.append(
            LogBatch.of(
                LongStream.range(first, first + BATCH_SIZE)
                    .mapToObj(sequence -> record(fixture, sequence))
                    .toList()));
      }
    } finally {
      done.set(true);
    }
  }

  private static Callable<Long> follow(LogSink sink, AtomicBoolean done) {
    return () -> {
      Cursor cursor = new Cursor(0);
      while (!done.get() || cursor.sequence() < BATCH_COUNT * BATCH_SIZE) {
        cursor = readPage(sink, cursor);
      }
      return cursor.sequence();
    };
  }

  private static Callable<Long> rereadAll(LogSink sink, AtomicBoolean done) {
    return () -> {
      long pageCount = 0;
      do {
        readPage(sink, new Cursor(0));
        pageCount++;
      } while (!done.get());
      return pageCount;
    };
  }

  /** Entries and gaps of a page cover all sequences up to its cursor, each once. */
  private static Cursor readPage(LogSink sink, Cursor from) throws LogSinkException {
    LogPage page = sink.read(LogQuery.oldest(2_000).from(Position.after(from)));
    page.entries().forEach(RingConcurrencyTest::assertIsIntact);
    List<Long> covered = new ArrayList<>();
    page.entries().forEach(entry -> covered.add(entry.sequence()));
    page.gaps()
        .forEach(gap ->
            LongStream.rangeClosed(gap.firstSequence(), gap.lastSequence()).forEach(covered::add));
    covered.sort(null);
    assertThat(covered)
        .isEqualTo(
            LongStream.rangeClosed(from.sequence() + 1, page.cursor().sequence()).boxed().toList());
    return page.cursor();
  }

  private static void assertIsIntact(LogEntry entry) {
    assertThat(entry.record().body().text())
        .isEqualTo(entry.sequence() + " " + "x".repeat((int) (entry.sequence() % 300)));
  }

  private static Callable<Long> takeSnapshots(LogSink sink, AtomicBoolean done) {
    return () -> {
      long count = 0;
      Instant start = Instant.parse("2026-01-01T00:00:00Z");
      do {
        // To and fro: a day of steps would be the end of all records.
        Instant now = start.plus(Duration.ofSeconds(10 * (count % 2)));
        sink.maintain(now);
        count++;
      } while (!done.get());
      return count;
    };
  }
}
