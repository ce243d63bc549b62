package io.logsink.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.api.Feature;
import io.logsink.api.LogPager;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.api.query.LogEntry;
import io.logsink.api.query.LogFilter;
import io.logsink.api.query.LogHistogram;
import io.logsink.api.query.LogQuery;
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
import java.util.concurrent.TimeUnit;

/** The clauses R about filters. */
final class FilterClauses {
  private static final int RECORD_COUNT = 3_000;
  private static final int QUERY_COUNT = 300;

  private final Fixture fixture;

  FilterClauses(Fixture fixture) {
    this.fixture = fixture;
  }

  private LogRecord record(int hour, String source, Severity severity, String body) {
    Instant time = fixture.clock().instant().plus(Duration.ofHours(hour));
    return LogRecord.of(time, Source.of(source), LogBody.of(body)).withSeverity(severity);
  }

  private List<LogRecord> examples() {
    return List.of(
        record(0, "pty:web", Severity.INFO, "GET /index.html 200"),
        record(1, "pty:web", Severity.ERROR, "Connection refused by db_1"),
        record(2, "rpc", Severity.WARN, "connection slow: größe=17")
            .withAttributes(Attributes.of("code", AttributeValue.of(17L))),
        record(3, "sysmon", Severity.DEBUG, "\u001b[31mcpu\u001b[0m 99%\r100%"));
  }

  @Clause(value = "R9", needs = Feature.FILTER)
  void eachKindOfFilterGivesItsRecords() throws LogSinkException {
    LogSink sink = fixture.own();
    List<LogRecord> examples = examples();
    fixture.append(sink, examples);
    Instant start = fixture.clock().instant();

    assertFinds(sink, LogFilter.all(), 0, 1, 2, 3);
    assertFinds(sink, LogFilter.time(start.plusSeconds(1), start.plus(Duration.ofHours(2))), 1);
    assertFinds(sink, LogFilter.since(start.plus(Duration.ofHours(2))), 2, 3);
    assertFinds(sink, LogFilter.before(start.plusNanos(1)), 0);
    assertFinds(sink, LogFilter.sources("pty:*"), 0, 1);
    assertFinds(sink, LogFilter.sources("rpc", "sys?on"), 2, 3);
    assertFinds(sink, LogFilter.minSeverity(Severity.WARN), 1, 2);
    assertFinds(sink, LogFilter.words("CONNECTION"), 1, 2);
    assertFinds(sink, LogFilter.words("connection db_1"), 1);
    assertFinds(sink, LogFilter.words("connect"));
    assertFinds(sink, LogFilter.words("größe"), 2);
    assertFinds(sink, LogFilter.words("cpu"), 3);
    assertFinds(sink, LogFilter.contains("onnection"), 1, 2);
    assertFinds(sink, LogFilter.contains("%\r1"), 3);
    assertFinds(sink, LogFilter.matches("^GET .* 2[0-9]{2}$"), 0);
    assertFinds(sink, LogFilter.attribute("code", AttributeValue.of(17L)), 2);
    assertFinds(sink, LogFilter.attribute("code", AttributeValue.of(17.0)));
    assertFinds(sink, LogFilter.and(LogFilter.words("connection"), LogFilter.sources("rpc")), 2);
    assertFinds(sink, LogFilter.or(LogFilter.words("cpu"), LogFilter.words("get")), 0, 3);
    assertFinds(sink, LogFilter.not(LogFilter.words("connection")), 0, 3);
    assertFinds(sink, LogFilter.not(LogFilter.sources("*")));
  }

  private void assertFinds(LogSink sink, LogFilter filter, int... indexes) throws LogSinkException {
    List<LogRecord> expected = new ArrayList<>();
    for (int index : indexes) {
      expected.add(examples().get(index));
    }
    List<LogEntry> found = LogPager.readAll(sink, LogQuery.oldest(2).where(filter));
    assertThat(Fixture.recordsOf(found)).as("%s", filter).isEqualTo(expected);
  }

  /** Four windows, of which two are sealed, and a tail that was just appended. */
  private LogSink filled(List<LogRecord> records) throws LogSinkException {
    LogSink sink = fixture.own(StoreLimits.HOURLY);
    int quarter = records.size() / 4;
    for (int i = 0; i < 4; i++) {
      for (int from = i * quarter; from < (i + 1) * quarter; from += 250) {
        fixture.append(sink, records.subList(from, Math.min(from + 250, (i + 1) * quarter)));
      }
      fixture.clock().step(Duration.ofHours(1));
      if (i == 2) {
        fixture.maintain(sink);
      }
    }
    return sink;
  }

  @Clause(
      value = "R10",
      needs = {Feature.FILTER, Feature.READ_BACKWARD, Feature.SEEK_TIME})
  void randomQueriesAnswerAsTheDefinitionDoes() throws LogSinkException {
    Random random = Fixture.random();
    RandomQueries queries = new RandomQueries(random);
    List<LogRecord> records = queries.records(RECORD_COUNT);
    LogSink sink = filled(records);
    List<LogEntry> entries = Fixture.readAll(sink);
    assertThat(Fixture.recordsOf(entries)).isEqualTo(records);
    for (int i = 0; i < QUERY_COUNT; i++) {
      LogQuery query = queries.query(entries);
      assertThat(LogPager.readAll(sink, query))
          .as("-Dlogsink.seed=%d, query %d: %s", Fixture.SEED, i, query)
          .isEqualTo(Definition.answer(entries, query));
    }
  }

  @Clause(
      value = "R11",
      needs = {Feature.HISTOGRAM, Feature.FILTER})
  void randomHistogramsCountAsTheDefinitionDoes() throws LogSinkException {
    Random random = Fixture.random();
    RandomQueries queries = new RandomQueries(random);
    List<LogRecord> records = queries.records(RECORD_COUNT);
    LogSink sink = filled(records);
    for (int i = 0; i < 50; i++) {
      LogFilter filter = queries.filter(2);
      Duration bucket = Duration.ofSeconds(10 + random.nextInt(10_000));
      LogHistogram histogram = sink.histogram(filter, bucket);
      assertThat(histogram.buckets())
          .as("-Dlogsink.seed=%d, filter %d: %s by %s", Fixture.SEED, i, filter, bucket)
          .isEqualTo(Definition.histogram(records, filter, bucket));
      assertThat(histogram.gaps()).isEmpty();
    }
  }

  @Clause(value = "R12", needs = Feature.FILTER)
  void aPatternThatBacktracksForeverElsewhereIsAnswered() throws Exception {
    LogSink sink = fixture.own();
    String line = "a".repeat(100_000);
    fixture.append(
        sink,
        List.of(
            record(0, "rpc", Severity.INFO, line), record(0, "rpc", Severity.INFO, line + "b")));
    LogQuery query = LogQuery.oldest(10).where(LogFilter.matches("(a+)+b$"));
    Thread reader = Thread.ofPlatform().daemon().unstarted(() -> read(sink, query));
    reader.start();
    reader.join(TimeUnit.MINUTES.toMillis(1));
    assertThat(reader.isAlive()).as("still reading after a minute").isFalse();
    assertThat(sink.read(query).entries()).hasSize(1);
  }

  private static void read(LogSink sink, LogQuery query) {
    try {
      sink.read(query);
    } catch (LogSinkException e) {
      throw new AssertionError(e);
    }
  }
}
