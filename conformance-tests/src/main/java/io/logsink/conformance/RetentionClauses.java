package io.logsink.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.api.Feature;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.api.SinkStats;
import io.logsink.api.query.Cursor;
import io.logsink.api.query.Gap;
import io.logsink.api.query.LogEntry;
import io.logsink.api.query.LogPage;
import io.logsink.api.query.LogQuery;
import io.logsink.api.query.Position;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** The clauses M. */
final class RetentionClauses {
  private final Fixture fixture;

  RetentionClauses(Fixture fixture) {
    this.fixture = fixture;
  }

  @Clause(value = "M1", needs = Feature.RETENTION_AGE)
  void whatIsTooOldGoesAndNothingYounger() throws LogSinkException {
    LogSink sink = fixture.own(StoreLimits.ONE_DAY);
    fixture.appendHourly(sink, 30, 10);
    List<LogEntry> all = Fixture.readAll(sink);
    Instant now = fixture.clock().instant();

    fixture.maintain(sink);

    List<LogEntry> left = Fixture.readAll(sink);
    assertThat(left).isEqualTo(all.subList(all.size() - left.size(), all.size()));
    assertThat(left).hasSizeBetween(230, 260);
    Instant oldest = left.getFirst().record().timestamp();
    assertThat(oldest).isBeforeOrEqualTo(now.minus(Duration.ofHours(23)));
  }

  @Clause(value = "M1", needs = Feature.RETENTION_AGE)
  void sequencesGoOnWhenEverythingIsGone() throws LogSinkException {
    LogSink sink = fixture.own(StoreLimits.ONE_DAY);
    fixture.appendHourly(sink, 3, 10);
    long last = Fixture.readAll(sink).getLast().sequence();
    fixture.clock().step(Duration.ofDays(5));
    fixture.maintain(sink);
    assertThat(Fixture.readAll(sink)).isEmpty();
    assertThat(fixture.append(sink, 1).firstSequence()).isGreaterThan(last);
  }

  /** Random bytes, which no backend can make smaller. */
  private void appendMebibytes(LogSink sink, int count) throws LogSinkException {
    Random random = Fixture.random();
    for (int i = 0; i < count * 16; i++) {
      byte[] body = new byte[64 << 10];
      random.nextBytes(body);
      fixture.append(
          sink,
          List.of(
              LogRecord.of(fixture.clock().instant(), Source.of("rpc"), LogBody.unsafeWrap(body))));
      if (i % 8 == 7) {
        fixture.maintain(sink);
      }
    }
  }

  @Clause(value = "M2", needs = Feature.RETENTION_BYTES)
  void theStoreIsKeptUnderItsBytes() throws LogSinkException {
    LogSink sink = fixture.own(StoreLimits.FOUR_MIB);
    appendMebibytes(sink, 12);

    assertThat(sink.stats().storedBytes())
        .isLessThanOrEqualTo(StoreLimits.FOUR_MIB.retentionMaxBytes());
    List<Long> left = Fixture.sequencesOf(Fixture.readAll(sink));
    assertThat(left).hasSizeGreaterThanOrEqualTo(16);
    long newest = fixture.append(sink, 1).firstSequence() - 1;
    assertThat(left).isEqualTo(Fixture.range(newest - left.size() + 1, newest));
  }

  @Clause(value = "M3", needs = Feature.RETENTION_BYTES)
  void aCursorIntoWhatIsGoneTellsTheGap() throws LogSinkException {
    LogSink sink = fixture.own(StoreLimits.FOUR_MIB);
    fixture.append(sink, 3);
    Cursor cursor = sink.read(LogQuery.oldest(2)).cursor();
    appendMebibytes(sink, 12);
    assertGapFrom(sink, cursor);
  }

  @Clause(value = "M3", needs = Feature.RETENTION_AGE)
  void aCursorIntoWhatIsTooOldTellsTheGap() throws LogSinkException {
    LogSink sink = fixture.own(StoreLimits.ONE_DAY);
    fixture.appendHourly(sink, 30, 10);
    Cursor cursor = sink.read(LogQuery.oldest(5)).cursor();
    fixture.maintain(sink);
    assertGapFrom(sink, cursor);
  }

  private static void assertGapFrom(LogSink sink, Cursor cursor) throws LogSinkException {
    LogPage page = sink.read(LogQuery.oldest(10).from(Position.after(cursor)));
    long next = page.entries().getFirst().sequence();
    assertThat(page.gaps()).isNotEmpty().allMatch(gap -> gap.cause() == Gap.Cause.RETENTION);
    assertThat(page.gaps().getFirst().firstSequence()).isEqualTo(cursor.sequence() + 1);
    assertThat(page.gaps().getLast().lastSequence()).isEqualTo(next - 1);
    LogPage after = sink.read(LogQuery.oldest(10).from(Position.after(page.cursor())));
    assertThat(after.gaps()).isEmpty();
  }

  @Clause("M4")
  void statisticsAgreeWithWhatCanBeRead() throws LogSinkException {
    LogSink sink = fixture.own(StoreLimits.ONE_DAY);
    assertAgrees(sink);
    fixture.appendHourly(sink, 30, 10);
    assertAgrees(sink);
    fixture.maintain(sink);
    assertAgrees(sink);
    assertThat(sink.stats().storedBytes()).isPositive();
    assertThat(sink.stats().windowCount()).isPositive();
  }

  private static void assertAgrees(LogSink sink) throws LogSinkException {
    List<Long> sequences = Fixture.sequencesOf(Fixture.readAll(sink));
    SinkStats stats = sink.stats();
    assertThat(stats.recordCount()).isEqualTo(sequences.size());
    assertThat(stats.oldestSequence()).isEqualTo(sequences.isEmpty() ? 0 : sequences.getFirst());
    assertThat(stats.newestSequence()).isEqualTo(sequences.isEmpty() ? 0 : sequences.getLast());
  }

  @Clause("M5")
  void sealingChangesNoAnswer() throws LogSinkException {
    LogSink sink = fixture.own(StoreLimits.HOURLY);
    fixture.appendHourly(sink, 5, 100);
    List<LogEntry> before = Fixture.readAll(sink);
    fixture.maintain(sink);
    assertThat(Fixture.readAll(sink)).isEqualTo(before);
    fixture.maintain(sink);
    assertThat(Fixture.readAll(sink)).isEqualTo(before);
  }
}
