package io.logsink.ring;

import io.logsink.api.Access;
import io.logsink.api.BackendConfig;
import io.logsink.api.LogPager;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.api.query.Direction;
import io.logsink.api.query.Gap;
import io.logsink.api.query.LogEntry;
import io.logsink.api.query.LogQuery;
import io.logsink.api.query.Position;
import io.logsink.api.record.LogBatch;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Source;
import io.logsink.storage.RetentionSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** A store in a folder, with a clock that moves when it is told to. */
final class RingFixture implements InstantSource {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final Path folder;
  private long maxBytes = 2 << 20;
  private Instant now = START;

  RingFixture(Path folder) {
    this.folder = folder;
  }

  RingFixture withMaxBytes(long other) {
    maxBytes = other;
    return this;
  }

  RingSettings settings() {
    return new RingSettings(
        folder, new RetentionSettings(Duration.ofDays(1), maxBytes), Duration.ofSeconds(10));
  }

  @Override
  public Instant instant() {
    return now;
  }

  void step(Duration by) {
    now = now.plus(by);
  }

  LogSink own() throws LogSinkException {
    return new RingBackend().open(new BackendConfig(settings(), Access.OWNER, this));
  }

  LogSink read() throws LogSinkException {
    return new RingBackend().open(new BackendConfig(settings(), Access.READ_ONLY, this));
  }

  LogRecord record(String source, String body) {
    return LogRecord.of(now, Source.of(source), LogBody.of(body));
  }

  /** Appends {@code count} records with bodies of about {@code bytes}, a batch for each. */
  void append(LogSink sink, String source, int count, int bytes) throws LogSinkException {
    for (int i = 0; i < count; i++) {
      sink.append(LogBatch.of(record(source, source + " " + i + " " + "x".repeat(bytes))));
    }
  }

  static List<LogEntry> readAll(LogSink sink) throws LogSinkException {
    return LogPager.readAll(sink, LogQuery.oldest(1_000));
  }

  static List<String> bodies(LogSink sink) throws LogSinkException {
    return readAll(sink).stream().map(entry -> entry.record().body().text().strip()).toList();
  }

  /** All gaps that somebody is told who reads from that sequence on. */
  static List<Gap> gaps(LogSink sink, Position from, Direction direction) throws LogSinkException {
    List<Gap> gaps = new ArrayList<>();
    LogPager.forEachPage(
        sink, LogQuery.oldest(7).from(from).towards(direction), page -> gaps.addAll(page.gaps()));
    return gaps;
  }

  /** Takes a snapshot. */
  void snapshot(LogSink sink) throws LogSinkException {
    step(Duration.ofSeconds(10));
    sink.maintain(now);
  }
}
