package io.logsink.pipeline.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.logsink.api.UnsupportedFeatureException;
import io.logsink.api.query.Cursor;
import io.logsink.api.query.Direction;
import io.logsink.api.query.Gap;
import io.logsink.api.query.LogFilter;
import io.logsink.api.query.LogHistogram;
import io.logsink.api.query.LogHistogram.Bucket;
import io.logsink.api.query.LogPage;
import io.logsink.api.query.LogQuery;
import io.logsink.api.query.Position;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class MergedReaderTest {
  private static final Source WEB = Source.of("pty:web");

  private final MemorySink ring = new MemorySink();
  private final MemorySink sqlite = new MemorySink();
  private final MergedReader reader =
      MergedReader.of(new TreeMap<>(Map.of("sqlite", sqlite, "ring", ring)));

  private static LogRecord record(long second, String text) {
    return LogRecord.of(Instant.ofEpochSecond(second), WEB, LogBody.of(text));
  }

  private static void add(MemorySink sink, long... seconds) {
    for (long second : seconds) {
      sink.add(record(second, "at " + second), 1);
    }
  }

  private static List<String> told(MergedPage page) {
    return page.entries().stream()
        .map(entry -> entry.sink() + " " + entry.entry().record().body().text())
        .toList();
  }

  @Test
  void theEarlierHeadComesFirst() throws Exception {
    add(ring, 2, 3, 6);
    add(sqlite, 1, 4, 5);

    MergedPage page = reader.read(LogQuery.oldest(10));

    assertThat(told(page))
        .containsExactly(
            "sqlite at 1", "ring at 2", "ring at 3", "sqlite at 4", "sqlite at 5", "ring at 6");
    assertThat(page.more()).isFalse();
    assertThat(page.cursor()).hasToString("ring:s3+sqlite:s3");
  }

  @Test
  void atEqualTimesTheNameDecidesAndBackwardsIsTheReverse() throws Exception {
    add(ring, 1, 2, 2);
    add(sqlite, 2, 3);

    List<String> forwards = told(reader.read(LogQuery.oldest(10)));
    List<String> backwards = told(reader.read(LogQuery.newest(10)));

    assertThat(forwards)
        .containsExactly("ring at 1", "ring at 2", "ring at 2", "sqlite at 2", "sqlite at 3");
    assertThat(backwards).isEqualTo(forwards.reversed());
  }

  @Test
  void whereAClockStepsBackTheOrderOfTheSinkIsKept() throws Exception {
    add(ring, 9, 1);
    add(sqlite, 5);

    assertThat(told(reader.read(LogQuery.oldest(10))))
        .containsExactly("sqlite at 5", "ring at 9", "ring at 1");
  }

  @Test
  void whatWasReadAheadComesOnTheNextPage() throws Exception {
    add(ring, 1, 2, 3);
    add(sqlite, 4, 5);

    MergedPage first = reader.read(LogQuery.oldest(2));
    MergedPage second = reader.readAfter(first.cursor(), LogQuery.oldest(2));

    assertThat(told(first)).containsExactly("ring at 1", "ring at 2");
    assertThat(first.cursor()).hasToString("ring:s2+sqlite:s0");
    assertThat(first.more()).isTrue();
    assertThat(told(second)).containsExactly("ring at 3", "sqlite at 4");
  }

  @Test
  void whoFollowsGetsWhatIsAppendedLaterWhateverItsTime() throws Exception {
    add(ring, 5);
    LogQuery follow = LogQuery.oldest(10).from(Position.newest());
    MergedPage nothing = reader.read(follow);
    add(sqlite, 1);
    MergedPage page = reader.readAfter(nothing.cursor(), follow);
    add(ring, 0);

    assertThat(nothing.entries()).isEmpty();
    assertThat(told(page)).containsExactly("sqlite at 1");
    assertThat(told(reader.readAfter(page.cursor(), follow))).containsExactly("ring at 0");
  }

  @Test
  void aPageEndsWhereASinkStopsLookingEarly() throws Exception {
    add(ring, 1, 2, 9);
    add(sqlite, 5, 6);
    ring.patience = 2;
    LogQuery query =
        LogQuery.oldest(10).where(new LogFilter.TimeRange(3_000_000_000L, Long.MAX_VALUE));

    MergedPage first = reader.read(query);
    MergedPage second = reader.readAfter(first.cursor(), query);

    assertThat(first.entries()).isEmpty();
    assertThat(first.more()).isTrue();
    assertThat(first.cursor()).hasToString("ring:s2+sqlite:s0");
    assertThat(told(second)).containsExactly("sqlite at 5", "sqlite at 6", "ring at 9");
  }

  @Test
  void aPageEndsAtItsBytes() throws Exception {
    LogBody large = LogBody.of("x".repeat((int) LogPage.MAX_BODY_BYTES / 2));
    for (int i = 0; i < 2; i++) {
      for (MemorySink sink : List.of(ring, sqlite)) {
        sink.add(LogRecord.of(Instant.EPOCH, WEB, large), 1);
      }
    }

    MergedPage page = reader.read(LogQuery.oldest(10));

    assertThat(page.entries()).extracting(MergedEntry::sink).containsExactly("ring", "ring");
    assertThat(page.more()).isTrue();
  }

  @Test
  void aGapIsToldOnceAndByTheSinkThatHasIt() throws Exception {
    add(ring, 1, 2, 3, 4);
    add(sqlite, 1, 9);
    MergedPage first = reader.read(LogQuery.oldest(2));
    ring.removeOldest(2);

    MergedPage second = reader.readAfter(first.cursor(), LogQuery.oldest(1));
    MergedPage third = reader.readAfter(second.cursor(), LogQuery.oldest(10));

    assertThat(first.gaps()).isEmpty();
    assertThat(told(second)).containsExactly("ring at 3");
    assertThat(second.gaps())
        .isEqualTo(Map.of("ring", List.of(new Gap(2, 2, Gap.Cause.RETENTION, ""))));
    assertThat(third.gaps()).isEmpty();
  }

  @Test
  void aGapBeforeWhatWasOnlyReadAheadIsToldWithIt() throws Exception {
    add(ring, 7, 8, 9);
    add(sqlite, 1, 2);
    MergedCursor start = MergedCursor.parse("ring:s0+sqlite:s0");
    ring.removeOldest(1);

    MergedPage first = reader.readAfter(start, LogQuery.oldest(2));
    MergedPage second = reader.readAfter(first.cursor(), LogQuery.oldest(2));

    assertThat(told(first)).containsExactly("sqlite at 1", "sqlite at 2");
    assertThat(first.gaps()).isEmpty();
    assertThat(told(second)).containsExactly("ring at 8", "ring at 9");
    assertThat(second.gaps())
        .isEqualTo(Map.of("ring", List.of(new Gap(1, 1, Gap.Cause.RETENTION, ""))));
  }

  @Test
  void theOldestThatIsLeftIsNoGap() throws Exception {
    add(ring, 7, 8, 9);
    add(sqlite, 1, 2);
    ring.removeOldest(1);

    MergedPage first = reader.read(LogQuery.oldest(2));
    MergedPage second = reader.readAfter(first.cursor(), LogQuery.oldest(9));

    assertThat(first.gaps()).isEmpty();
    assertThat(told(second)).containsExactly("ring at 8", "ring at 9");
    assertThat(second.gaps()).isEmpty();
  }

  @Test
  void aSinkThatTheCursorDoesNotKnowIsReadFromItsStart() throws Exception {
    add(ring, 1, 2);
    add(sqlite, 3);
    MergedCursor cursor = MergedCursor.parse("ring:s1");

    assertThat(told(reader.readAfter(cursor, LogQuery.oldest(9))))
        .containsExactly("ring at 2", "sqlite at 3");
    assertThat(told(reader.readAfter(cursor, LogQuery.oldest(9).towards(Direction.BACKWARD))))
        .containsExactly("sqlite at 3");
  }

  @Test
  void oneSinkCanBeReadAlone() throws Exception {
    add(ring, 1, 2);
    add(sqlite, 3);

    MergedPage page = reader.only("ring").read(LogQuery.oldest(9));

    assertThat(reader.sinks()).containsExactly("ring", "sqlite");
    assertThat(reader.only("ring").sinks()).containsExactly("ring");
    assertThat(told(page)).containsExactly("ring at 1", "ring at 2");
    assertThat(page.cursor()).hasToString("ring:s2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> reader.only("lmdb"))
        .withMessage("there is no sink lmdb; there are [ring, sqlite]");
  }

  @Test
  void aPagerGoesOnAfterTheEndAndFromACursor() throws Exception {
    add(ring, 1, 3);
    add(sqlite, 2);
    MergedPager pager = new MergedPager(reader, LogQuery.oldest(2));

    assertThat(told(pager.next())).containsExactly("ring at 1", "sqlite at 2");
    MergedPage last = pager.next();
    assertThat(told(last)).containsExactly("ring at 3");
    assertThat(pager.hasMore()).isFalse();
    add(sqlite, 4);
    assertThat(told(pager.next())).containsExactly("sqlite at 4");
    assertThat(told(new MergedPager(reader, LogQuery.oldest(9), last.cursor()).next()))
        .containsExactly("sqlite at 4");
  }

  @Test
  void aCursorOfASinkThatIsNotThereIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> reader.readAfter(MergedCursor.parse("lmdb:s1+ring:s1"), LogQuery.oldest(1)))
        .withMessage(
            "the cursor lmdb:s1+ring:s1 is of a sink lmdb, which is not there; there are [ring,"
                + " sqlite]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> reader.read(LogQuery.oldest(1).from(Position.after(new Cursor(1)))))
        .withMessage(
            "the cursor s1 is of one sink and there are [ring, sqlite]; read after a cursor of all"
                + " of them");
  }

  @Test
  void whatOneSinkDoesNotSupportIsRefused() {
    sqlite.isWithoutFilter = true;
    LogFilter filter = new LogFilter.TimeRange(0, 1);

    assertThatExceptionOfType(UnsupportedFeatureException.class)
        .isThrownBy(() -> reader.read(LogQuery.oldest(1).where(filter)));
    assertThatExceptionOfType(UnsupportedFeatureException.class)
        .isThrownBy(() -> reader.histogram(filter, Duration.ofSeconds(1)));
  }

  @Test
  void aHistogramIsTheSumOverTheSinks() throws Exception {
    add(ring, 1, 2, 12);
    add(sqlite, 3, 25);
    sqlite.removeOldest(1);
    add(sqlite, 4);

    LogHistogram histogram = reader.histogram(LogFilter.all(), Duration.ofSeconds(10));

    assertThat(histogram.buckets())
        .containsExactly(
            new Bucket(Instant.ofEpochSecond(0), 3),
            new Bucket(Instant.ofEpochSecond(10), 1),
            new Bucket(Instant.ofEpochSecond(20), 1));
    assertThat(histogram.gaps()).containsExactly(new Gap(1, 1, Gap.Cause.DAMAGE, "sqlite"));
  }

  @Test
  void aHistogramOfSinksThatAreYearsApartIsRefused() {
    add(ring, 1);
    add(sqlite, 20_000);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> reader.histogram(LogFilter.all(), Duration.ofSeconds(1)))
        .withMessageStartingWith(
            "a histogram has at most 10000 buckets and that of all sinks would have 20000;");
  }

  @Test
  void thereIsAtLeastOneSinkAndEachHasANameThatCanBePrinted() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MergedReader.of(new TreeMap<>()))
        .withMessage("there is no sink to read; name one at least");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MergedReader.of(new TreeMap<>(Map.of("a+b", ring))))
        .withMessageStartingWith("a sink's name must be letters, digits");
  }
}
