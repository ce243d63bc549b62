package io.logsink.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.api.Access;
import io.logsink.api.AppendReceipt;
import io.logsink.api.BackendConfig;
import io.logsink.api.Feature;
import io.logsink.api.LogPager;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.api.Visibility;
import io.logsink.api.query.LogEntry;
import io.logsink.api.query.LogQuery;
import io.logsink.api.record.LogBatch;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Source;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

/**
 * What a test of a clause works with: a folder of its own, stores in it, and records to put there.
 * Closes what it opened.
 */
final class Fixture implements AutoCloseable {
  /** The seed of everything random: {@code -Dlogsink.seed=N} repeats a run. */
  static final long SEED = Long.getLong("logsink.seed", System.nanoTime());

  private final ConformanceSubject subject;
  private final Path folder;
  private final List<LogSink> opened = new ArrayList<>();
  private final SteppingClock clock = new SteppingClock();
  private int made;

  Fixture(ConformanceSubject subject, Path folder) {
    this.subject = subject;
    this.folder = folder;
  }

  ConformanceSubject subject() {
    return subject;
  }

  /** The folder of the store. */
  Path store() {
    return folder.resolve("store");
  }

  /** A folder for anything else. */
  Path folder() {
    return folder;
  }

  SteppingClock clock() {
    return clock;
  }

  /** A source of random numbers; the description of a failure should have {@link #SEED}. */
  static Random random() {
    return new Random(SEED);
  }

  boolean has(Feature feature) {
    return subject.capabilities().has(feature);
  }

  LogSink own() throws LogSinkException {
    return own(StoreLimits.LARGE);
  }

  LogSink own(StoreLimits limits) throws LogSinkException {
    return open(store(), limits, Access.OWNER);
  }

  LogSink readOnly(StoreLimits limits) throws LogSinkException {
    return open(store(), limits, Access.READ_ONLY);
  }

  LogSink open(Path store, StoreLimits limits, Access access) throws LogSinkException {
    LogSink sink = open(subject, store, limits, access, clock);
    opened.add(sink);
    return sink;
  }

  static LogSink open(
      ConformanceSubject subject,
      Path store,
      StoreLimits limits,
      Access access,
      InstantSource clock)
      throws LogSinkException {
    Record settings = subject.settings(store.toAbsolutePath(), limits);
    return subject.backend().open(new BackendConfig(settings, access, clock));
  }

  /** A record of the clock's time that is like no other of this fixture. */
  LogRecord record() {
    return LogRecord.of(clock.instant(), Source.of("rpc"), LogBody.of("record " + ++made));
  }

  /** As many records as that. */
  List<LogRecord> records(int count) {
    List<LogRecord> records = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      records.add(record());
    }
    return records;
  }

  /** Appends {@code count} new records in one batch. */
  AppendReceipt append(LogSink sink, int count) throws LogSinkException {
    return append(sink, records(count));
  }

  /** Appends {@code records} in one batch and makes them visible. */
  AppendReceipt append(LogSink sink, List<LogRecord> records) throws LogSinkException {
    AppendReceipt receipt = sink.append(LogBatch.of(records));
    if (subject.capabilities().visibility() == Visibility.AFTER_SYNC) {
      sink.sync();
    }
    return receipt;
  }

  /** Appends {@code count} batches of {@code size} records, an hour apart. */
  void appendHourly(LogSink sink, int count, int size) throws LogSinkException {
    for (int i = 0; i < count; i++) {
      append(sink, size);
      clock.step(java.time.Duration.ofHours(1));
    }
  }

  /** Does all upkeep that is due. */
  void maintain(LogSink sink) throws LogSinkException {
    int calls = 0;
    while (sink.maintain(clock.instant()).moreDue()) {
      assertThat(++calls)
          .as("calls of maintain that each said that more is due")
          .isLessThan(10_000);
    }
  }

  static List<LogEntry> readAll(LogSink sink) throws LogSinkException {
    return LogPager.readAll(sink, LogQuery.oldest(1_000));
  }

  static List<LogRecord> recordsOf(List<LogEntry> entries) {
    return entries.stream().map(LogEntry::record).toList();
  }

  static List<Long> sequencesOf(List<LogEntry> entries) {
    return entries.stream().map(LogEntry::sequence).toList();
  }

  static List<Long> range(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }

  @Override
  public void close() throws LogSinkException {
    for (LogSink sink : opened.reversed()) {
      sink.close();
    }
  }
}
