package io.logsink.conformance;

import io.logsink.api.query.Direction;
import io.logsink.api.query.LogEntry;
import io.logsink.api.query.LogFilter;
import io.logsink.api.query.LogQuery;
import io.logsink.api.query.Position;
import io.logsink.api.record.AttributeValue;
import io.logsink.api.record.Attributes;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Severity;
import io.logsink.api.record.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Records that have much in common, and queries that some of them match. */
final class RandomQueries {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final int SECONDS = 40_000;
  private static final List<String> SOURCES =
      List.of("rpc", "sysmon", "pty:web", "pty:Web", "pty:db", "pty:rare");
  private static final List<String> WORDS =
      List.of("error", "connection", "refused", "größe", "db_1", "GET", "200", "slow", "x", "日本語");
  private static final List<String> BETWEEN =
      List.of(" ", " ", "=", "\r", "\u001b[31m", ": ", "\n", "-");

  private final Random random;

  RandomQueries(Random random) {
    this.random = random;
  }

  private <T> T oneOf(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** Times increase, but for a step back now and then; one source and a few words are rare. */
  List<LogRecord> records(int count) {
    List<LogRecord> records = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long second =
          (long) i * SECONDS / count
              + (random.nextInt(50) == 0 ? -random.nextInt(5_000) : random.nextInt(10));
      String source = random.nextInt(100) == 0 ? "pty:rare" : SOURCES.get(random.nextInt(5));
      LogRecord record =
          LogRecord.of(START.plusSeconds(second), Source.of(source), LogBody.of(body(i)));
      record = record.withSeverity(severity());
      records.add(random.nextInt(5) == 0 ? record.withAttributes(attributes()) : record);
    }
    return records;
  }

  private String body(int i) {
    StringBuilder body = new StringBuilder();
    for (int n = random.nextInt(8); n > 0; n--) {
      body.append(oneOf(WORDS)).append(oneOf(BETWEEN));
    }
    return random.nextInt(4) == 0 ? body.append("id").append(i).toString() : body.toString();
  }

  private Severity severity() {
    return Severity.ofNumber(
        random.nextInt(20) == 0 ? 17 + random.nextInt(8) : 1 + random.nextInt(16));
  }

  private Attributes attributes() {
    return Attributes.of("code", AttributeValue.of(random.nextInt(3)));
  }

  private Instant time() {
    return START.plusMillis(random.nextInt(SECONDS * 1_000));
  }

  /** A filter with at most {@code depth} levels of and, or, not. */
  LogFilter filter(int depth) {
    return switch (random.nextInt(depth == 0 ? 8 : 11)) {
      case 0 -> LogFilter.all();
      case 1 -> between(time(), time());
      case 2 -> LogFilter.sources(random.nextBoolean() ? oneOf(SOURCES) : "pty:*");
      case 3 -> LogFilter.minSeverity(severity());
      case 4 ->
          LogFilter.words(random.nextBoolean() ? oneOf(WORDS) : oneOf(WORDS) + " " + oneOf(WORDS));
      case 5 -> LogFilter.contains(random.nextBoolean() ? "id1" : oneOf(WORDS).substring(0, 1));
      case 6 -> LogFilter.matches(random.nextBoolean() ? "id[0-9]*7$" : "(err|conn)[a-z]+ ");
      case 7 -> LogFilter.attribute("code", AttributeValue.of(random.nextInt(4)));
      case 8 -> LogFilter.and(filter(depth - 1), filter(depth - 1));
      case 9 -> LogFilter.or(filter(depth - 1), filter(depth - 1));
      default -> LogFilter.not(filter(depth - 1));
    };
  }

  private static LogFilter between(Instant a, Instant b) {
    return a.isBefore(b) ? LogFilter.time(a, b) : LogFilter.time(b, a.plus(Duration.ofHours(1)));
  }

  LogQuery query(List<LogEntry> all) {
    Direction direction = random.nextBoolean() ? Direction.FORWARD : Direction.BACKWARD;
    int limit = random.nextInt(5) == 0 ? 1 + random.nextInt(20) : 1_000;
    return new LogQuery(filter(2), position(all), direction, limit);
  }

  private Position position(List<LogEntry> all) {
    return switch (random.nextInt(4)) {
      case 0 -> Position.oldest();
      case 1 -> Position.newest();
      case 2 -> Position.at(time());
      default -> Position.after(oneOf(all).cursor());
    };
  }
}
