package io.logsink.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.api.Feature;
import io.logsink.api.LogPager;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.api.query.Cursor;
import io.logsink.api.query.LogEntry;
import io.logsink.api.query.LogPage;
import io.logsink.api.query.LogQuery;
import io.logsink.api.query.Position;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The clauses R about pages. */
final class ReadClauses {
  private final Fixture fixture;

  ReadClauses(Fixture fixture) {
    this.fixture = fixture;
  }

  /** A store with windows of an hour, the oldest of them sealed. */
  private LogSink manyWindows(int count, int size) throws LogSinkException {
    LogSink sink = fixture.own(StoreLimits.HOURLY);
    fixture.appendHourly(sink, count, size);
    sink.maintain(fixture.clock().instant());
    return sink;
  }

  @Clause("R1")
  void oldestFirstIsAppendOrder() throws LogSinkException {
    LogSink sink = manyWindows(4, 25);
    assertThat(
            Fixture.recordsOf(Fixture.readAll(sink)).stream().map(record -> record.body().text()))
        .isEqualTo(numbered(1, 100));
  }

  private static List<String> numbered(int first, int last) {
    return Fixture.range(first, last).stream().map(i -> "record " + i).toList();
  }

  @Clause(value = "R2", needs = Feature.READ_BACKWARD)
  void newestFirstIsTheReverse() throws LogSinkException {
    LogSink sink = manyWindows(4, 25);
    List<LogEntry> backward = LogPager.readAll(sink, LogQuery.newest(7));
    assertThat(backward.reversed()).isEqualTo(Fixture.readAll(sink));
  }

  @Clause("R3")
  void pagesOfEveryLimitJoinToTheWhole() throws LogSinkException {
    LogSink sink = manyWindows(3, 20);
    List<LogEntry> whole = Fixture.readAll(sink);
    for (int limit : new int[] {1, 2, 19, 20, 21, 59, 60, 61, LogQuery.MAX_LIMIT}) {
      List<LogEntry> joined = new ArrayList<>();
      LogPager.forEachPage(
          sink,
          LogQuery.oldest(limit),
          page -> {
            assertThat(page.entries()).hasSizeLessThanOrEqualTo(limit);
            joined.addAll(page.entries());
          });
      assertThat(joined).as("limit %d", limit).isEqualTo(whole);
    }
  }

  @Clause("R4")
  void afterACursorComeThoseThatFollow() throws LogSinkException {
    LogSink sink = manyWindows(3, 5);
    List<LogEntry> all = Fixture.readAll(sink);
    for (int i = 0; i < all.size(); i++) {
      LogQuery rest = LogQuery.oldest(100).from(Position.after(all.get(i).cursor()));
      assertThat(sink.read(rest).entries()).isEqualTo(all.subList(i + 1, all.size()));
    }
  }

  @Clause(value = "R4", needs = Feature.READ_BACKWARD)
  void beforeACursorComeThoseThatPrecede() throws LogSinkException {
    LogSink sink = manyWindows(3, 5);
    List<LogEntry> all = Fixture.readAll(sink);
    for (int i = 0; i < all.size(); i++) {
      LogQuery rest = LogQuery.newest(100).from(Position.after(all.get(i).cursor()));
      assertThat(sink.read(rest).entries()).isEqualTo(all.subList(0, i).reversed());
    }
  }

  @Clause("R5")
  void aCursorStaysValidWhenMoreIsAppended() throws LogSinkException {
    LogSink sink = manyWindows(2, 10);
    Cursor cursor = sink.read(LogQuery.oldest(7)).cursor();
    fixture.append(sink, 10);
    assertThat(bodiesAfter(sink, cursor)).isEqualTo(numbered(8, 30));
  }

  @Clause(value = "R5", needs = Feature.REOPEN)
  void aCursorStaysValidAcrossReopening() throws LogSinkException {
    LogSink sink = manyWindows(2, 10);
    String printed = sink.read(LogQuery.oldest(7)).cursor().toString();
    sink.close();
    assertThat(bodiesAfter(fixture.own(StoreLimits.HOURLY), Cursor.parse(printed)))
        .isEqualTo(numbered(8, 20));
  }

  private static List<String> bodiesAfter(LogSink sink, Cursor cursor) throws LogSinkException {
    return LogPager.readAll(sink, LogQuery.oldest(4).from(Position.after(cursor))).stream()
        .map(entry -> entry.record().body().text())
        .toList();
  }

  @Clause(
      value = "R6",
      needs = {Feature.SEEK_TIME, Feature.READ_BACKWARD})
  void aPositionAtATimeIsTheFirstFromThenOn() throws LogSinkException {
    LogSink sink = fixture.own(StoreLimits.HOURLY);
    Instant start = fixture.clock().instant();
    fixture.appendHourly(sink, 5, 3);

    LogPage forward =
        sink.read(LogQuery.oldest(1).from(Position.at(start.plus(Duration.ofMinutes(90)))));
    assertThat(forward.entries().getFirst().record().timestamp())
        .isEqualTo(start.plus(Duration.ofHours(2)));
    LogPage exact =
        sink.read(LogQuery.oldest(1).from(Position.at(start.plus(Duration.ofHours(1)))));
    assertThat(exact.entries().getFirst().record().body().text()).isEqualTo("record 4");
    LogPage backward =
        sink.read(LogQuery.newest(1).from(Position.at(start.plus(Duration.ofMinutes(90)))));
    assertThat(backward.entries().getFirst().record().body().text()).isEqualTo("record 6");
    assertThat(
            sink.read(LogQuery.oldest(1).from(Position.at(start.plus(Duration.ofDays(1)))))
                .entries())
        .isEmpty();
    assertThat(sink.read(LogQuery.newest(1).from(Position.at(start.minusNanos(1)))).entries())
        .isEmpty();
  }

  @Clause("R7")
  void fromTheNewestForwardsComesOnlyWhatIsNew() throws LogSinkException {
    LogSink sink = manyWindows(2, 10);
    LogPager following = new LogPager(sink, LogQuery.oldest(100).from(Position.newest()));
    assertThat(following.next().entries()).isEmpty();
    fixture.append(sink, 3);
    assertThat(following.next().entries()).hasSize(3);
    assertThat(following.next().entries()).isEmpty();
  }

  @Clause("R8")
  void aPageOfLongBodiesEndsEarly() throws LogSinkException {
    LogSink sink = fixture.own();
    LogBody body = LogBody.unsafeWrap(new byte[1 << 20]);
    for (int i = 0; i < 12; i++) {
      fixture.append(
          sink, List.of(LogRecord.of(fixture.clock().instant(), Source.of("rpc"), body)));
    }
    LogPage page = sink.read(LogQuery.oldest(100));
    assertThat(page.entries().size() * (long) body.length())
        .isLessThan(LogPage.MAX_BODY_BYTES + body.length() + 1);
    assertThat(page.entries()).isNotEmpty();
    assertThat(page.more()).isTrue();
    assertThat(LogPager.readAll(sink, LogQuery.oldest(100))).hasSize(12);
  }

  @Clause("R13")
  void aPageOutlivesAppendsAndTheSink() throws LogSinkException {
    LogSink sink = manyWindows(2, 10);
    LogPage page = sink.read(LogQuery.oldest(5));
    fixture.append(sink, 10);
    sink.close();
    assertThat(Fixture.recordsOf(page.entries()).stream().map(record -> record.body().text()))
        .isEqualTo(numbered(1, 5));
  }

  @Clause("R14")
  void theLastPageSaysSoAndItsCursorGoesOn() throws LogSinkException {
    LogSink sink = manyWindows(2, 10);
    LogPage last = sink.read(LogQuery.oldest(100));
    assertThat(last.more()).isFalse();
    fixture.append(sink, 2);
    assertThat(bodiesAfter(sink, last.cursor())).isEqualTo(numbered(21, 22));
  }

  @Clause("R14")
  void anEmptyStoreHasOneEmptyPage() throws LogSinkException {
    LogSink sink = fixture.own();
    LogPage page = sink.read(LogQuery.oldest(10));
    assertThat(page.entries()).isEmpty();
    assertThat(page.more()).isFalse();
    assertThat(page.gaps()).isEmpty();
    fixture.append(sink, 1);
    assertThat(bodiesAfter(sink, page.cursor())).hasSize(1);
  }
}
