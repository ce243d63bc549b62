package io.logsink.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.api.LogPager;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.api.query.LogEntry;
import io.logsink.api.query.LogQuery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** The clauses C. */
final class ConcurrencyClauses {
  private static final int BATCH_COUNT = 400;

  private final Fixture fixture;

  ConcurrencyClauses(Fixture fixture) {
    this.fixture = fixture;
  }

  @Clause("C1")
  void everyPageBesideAppendsIsARunWithoutHoles() throws Exception {
    LogSink sink = fixture.own(StoreLimits.HOURLY);
    AtomicBoolean done = new AtomicBoolean();
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      List<Future<Integer>> readers = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        readers.add(threads.submit(() -> readWhileAppending(sink, done)));
      }
      appendAll(sink, done);
      for (Future<Integer> reader : readers) {
        assertThat(reader.get()).as("pages read").isPositive();
      }
    }
    assertThat(Fixture.readAll(sink)).hasSize(BATCH_COUNT * 5);
  }

  @Clause("C1")
  void whoFollowsBesideAppendsMissesNothing() throws Exception {
    LogSink sink = fixture.own(StoreLimits.HOURLY);
    AtomicBoolean done = new AtomicBoolean();
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      Future<List<LogEntry>> follower = threads.submit(() -> follow(sink, done));
      appendAll(sink, done);
      assertThat(Fixture.recordsOf(follower.get()).stream().map(record -> record.body().text()))
          .isEqualTo(Fixture.range(1, BATCH_COUNT * 5).stream().map(i -> "record " + i).toList());
    }
  }

  private static List<LogEntry> follow(LogSink sink, AtomicBoolean done) throws LogSinkException {
    LogPager pager = new LogPager(sink, LogQuery.oldest(7));
    List<LogEntry> seen = new ArrayList<>();
    boolean last;
    do {
      last = done.get();
      do {
        seen.addAll(pager.next().entries());
      } while (pager.hasMore());
    } while (!last);
    return seen;
  }

  private void appendAll(LogSink sink, AtomicBoolean done) throws LogSinkException {
    try {
      for (int i = 0; i < BATCH_COUNT; i++) {
        fixture.append(sink, 5);
        if (i % 100 == 99) {
          fixture.clock().step(Duration.ofHours(1));
        }
      }
    } finally {
      done.set(true);
    }
  }

  private static Integer readWhileAppending(LogSink sink, AtomicBoolean done)
      throws LogSinkException {
    int pageCount = 0;
    int most = 0;
    do {
      List<LogEntry> seen = Fixture.readAll(sink);
      assertThat(seen.size()).isGreaterThanOrEqualTo(most);
      for (int i = 0; i < seen.size(); i++) {
        assertThat(seen.get(i).record().body().text()).isEqualTo("record " + (i + 1));
      }
      most = seen.size();
      pageCount++;
    } while (!done.get());
    return pageCount;
  }

  @Clause("C2")
  void closingLetsReadsEnd() throws Exception {
    for (int round = 0; round < 10; round++) {
      LogSink sink =
          fixture.open(
              fixture.folder().resolve("store" + round),
              StoreLimits.LARGE,
              io.logsink.api.Access.OWNER);
      fixture.append(sink, 5_000);
      CountDownLatch reading = new CountDownLatch(3);
      try (ExecutorService threads = Executors.newCachedThreadPool()) {
        List<Future<Boolean>> readers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
          readers.add(threads.submit(readUntilClosed(sink, reading)));
        }
        reading.await();
        sink.close();
        for (Future<Boolean> reader : readers) {
          assertThat(reader.get()).as("the reader was told that the sink is closed").isTrue();
        }
      }
    }
  }

  private static Callable<Boolean> readUntilClosed(LogSink sink, CountDownLatch reading) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    return () -> {
      try {
        while (System.nanoTime() < deadline) {
          assertThat(sink.read(LogQuery.oldest(5_000)).entries()).hasSize(5_000);
          reading.countDown();
        }
        return false;
      } catch (IllegalStateException e) {
        return true;
      } finally {
        reading.countDown();
      }
    };
  }

  @Clause("C3")
  void upkeepBesideAppendsAndReadsLosesNothing() throws Exception {
    LogSink sink = fixture.own(StoreLimits.HOURLY);
    AtomicBoolean done = new AtomicBoolean();
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      Future<Integer> reader = threads.submit(() -> readWhileAppending(sink, done));
      Future<Integer> upkeep = threads.submit(() -> maintainWhileAppending(sink, done));
      appendAll(sink, done);
      assertThat(reader.get()).isPositive();
      assertThat(upkeep.get()).isPositive();
    }
    fixture.maintain(sink);
    assertThat(Fixture.readAll(sink)).hasSize(BATCH_COUNT * 5);
  }

  private Integer maintainWhileAppending(LogSink sink, AtomicBoolean done) throws LogSinkException {
    int calls = 0;
    do {
      sink.maintain(fixture.clock().instant());
      calls++;
    } while (!done.get());
    return calls;
  }
}
