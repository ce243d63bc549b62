package io.logsink.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.logsink.api.LogPager;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.api.RecordRejectedException;
import io.logsink.api.SinkStats;
import io.logsink.api.query.Cursor;
import io.logsink.api.query.Direction;
import io.logsink.api.query.Gap;
import io.logsink.api.query.LogEntry;
import io.logsink.api.query.LogFilter;
import io.logsink.api.query.LogQuery;
import io.logsink.api.query.Position;
import io.logsink.api.record.AttributeValue;
import io.logsink.api.record.Attributes;
import io.logsink.api.record.LogBatch;
import io.logsink.api.record.LogRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is overwritten, and what readers are told of it. */
final class FairShareTest {
  private static final long SEED = Long.getLong("logsink.seed", System.nanoTime());

  @TempDir Path folder;
  private RingFixture fixture;
  private LogSink sink;

  @BeforeEach
  void open() throws LogSinkException {
    fixture = new RingFixture(folder);
    sink = fixture.own();
  }

  @AfterEach
  void close() throws LogSinkException {
    sink.close();
  }

  private List<LogEntry> of(String source) throws LogSinkException {
    return LogPager.readAll(sink, LogQuery.oldest(1_000).where(LogFilter.sources(source)));
  }

  @Test
  void aFloodOverwritesItselfAndNotAQuietSource() throws LogSinkException {
    fixture.append(sink, "quiet", 300, 500);
    fixture.append(sink, "flood", 20_000, 500);
    fixture.append(sink, "quiet", 300, 500);
    fixture.append(sink, "flood", 20_000, 500);

    assertThat(of("quiet")).hasSize(600);
    assertThat(of("flood").getLast().record().body().text()).startsWith("flood 19999 ");
    assertThat(of("flood").size()).isBetween(2_000, 3_500);
  }

  @Test
  void tinyRecordsPayForTheirIndexToo() throws LogSinkException {
    fixture.append(sink, "quiet", 1_200, 500);
    fixture.append(sink, "flood", 100_000, 1);

    assertThat(of("quiet")).hasSize(1_200);
  }

  @Test
  void twoFloodsEndWithAboutHalfEach() throws LogSinkException {
    fixture.append(sink, "one", 20_000, 200);
    fixture.append(sink, "other", 20_000, 200);
    fixture.append(sink, "one", 1, 200);

    double share = (double) of("one").size() / RingFixture.readAll(sink).size();
    assertThat(share).isBetween(0.45, 0.55);
  }

  @Test
  void moreSourcesThanPagesOverwriteTheOldest() throws LogSinkException {
    for (int i = 0; i < 2_000; i++) {
      fixture.append(sink, "pty:" + i, 1, 10);
    }

    List<Long> left = RingFixture.readAll(sink).stream().map(LogEntry::sequence).toList();
    assertThat(left.size()).isBetween(400, 512);
    assertThat(left).isEqualTo(LongStream.rangeClosed(2_001 - left.size(), 2_000).boxed().toList());
  }

  @Test
  void staysWithinItsBytes() throws LogSinkException {
    Random random = new Random(SEED);
    for (int i = 0; i < 3_000; i++) {
      fixture.append(sink, "pty:" + random.nextInt(40), 1, random.nextInt(20_000));
      assertThat(sink.stats().storedBytes())
          .as("-Dlogsink.seed=%d", SEED)
          .isLessThanOrEqualTo(2 << 20);
    }
    assertThat(sink.stats().engine()).containsEntry("allocated_bytes", String.valueOf(2 << 20));
  }

  @Test
  void aRecordOverwritesAllWhenItNeedsAll() throws LogSinkException {
    fixture.append(sink, "a", 1_000, 500);
    fixture.append(sink, "b", 1_000, 500);
    LogRecord large =
        fixture
            .record("c", "x".repeat(1 << 20))
            .withAttributes(Attributes.of("more", AttributeValue.of("y".repeat(1_030_000))));
    sink.append(LogBatch.of(large));

    List<LogEntry> left = RingFixture.readAll(sink);
    assertThat(left.getLast().record()).isEqualTo(large);
    assertThat(left.size()).isLessThan(30);
    fixture.append(sink, "d", 10, 500);
    assertThat(of("d")).hasSize(10);
  }

  @Test
  void aRecordLargerThanTheRingIsRejectedByItsIndex() throws LogSinkException {
    LogRecord small = fixture.record("a", "small");
    LogRecord large =
        small.withAttributes(Attributes.of("more", AttributeValue.of("y".repeat(2 << 20))));

    assertThatThrownBy(() -> sink.append(LogBatch.of(small, large)))
        .isInstanceOfSatisfying(
            RecordRejectedException.class, e -> assertThat(e.recordIndex()).isEqualTo(1))
        .hasMessageContaining("raise retention.max-bytes");
    assertThat(RingFixture.readAll(sink)).isEmpty();
    assertThat(sink.append(LogBatch.of(small)).firstSequence()).isEqualTo(1);
  }

  @Test
  void ofABatchLargerThanTheRingTheNewestStay() throws LogSinkException {
    List<LogRecord> records = new ArrayList<>();
    for (int i = 0; i < 50_000; i++) {
      records.add(fixture.record("a", "record " + i + " " + "x".repeat(100)));
    }
    assertThat(sink.append(LogBatch.of(records)).recordCount()).isEqualTo(50_000);

    List<LogRecord> left = RingFixture.readAll(sink).stream().map(LogEntry::record).toList();
    assertThat(left).hasSizeGreaterThan(5_000);
    assertThat(left).isEqualTo(records.subList(50_000 - left.size(), 50_000));
  }

  @Test
  void gapsAreExactlyWhatIsGone() throws LogSinkException {
    long newest = appendAtRandom();
    List<LogEntry> left = RingFixture.readAll(sink);

    List<Long> gone = LongStream.rangeClosed(1, newest).boxed().collect(Collectors.toList());
    gone.removeAll(left.stream().map(LogEntry::sequence).collect(Collectors.toSet()));

    assertThat(sequences(RingFixture.gaps(sink, Position.after(new Cursor(0)), Direction.FORWARD)))
        .as("-Dlogsink.seed=%d", SEED)
        .isEqualTo(gone);
    long oldest = left.getFirst().sequence();
    List<Long> goneInside = gone.stream().filter(sequence -> sequence > oldest).toList();
    assertThat(sequences(RingFixture.gaps(sink, Position.oldest(), Direction.FORWARD)))
        .as("-Dlogsink.seed=%d", SEED)
        .isEqualTo(goneInside);
    // A page that ends with the oldest record is followed by one that tells what went before it.
    assertThat(sequences(RingFixture.gaps(sink, Position.newest(), Direction.BACKWARD).reversed()))
        .as("-Dlogsink.seed=%d", SEED)
        .filteredOn(sequence -> sequence > oldest)
        .isEqualTo(goneInside);
  }

  /** Sources of very different rates; returns the newest sequence. */
  private long appendAtRandom() throws LogSinkException {
    Random random = new Random(SEED);
    long newest = 0;
    for (int i = 0; i < 20_000; i++) {
      String source = "pty:" + (random.nextInt(10) == 0 ? random.nextInt(20) : 0);
      LogRecord record = fixture.record(source, "x".repeat(random.nextInt(600)));
      newest = sink.append(LogBatch.of(record)).lastSequence();
    }
    return newest;
  }

  private static List<Long> sequences(List<Gap> gaps) {
    assertThat(gaps).allMatch(gap -> gap.cause() == Gap.Cause.RETENTION);
    return gaps.stream().flatMap(FairShareTest::sequences).toList();
  }

  private static Stream<Long> sequences(Gap gap) {
    return LongStream.rangeClosed(gap.firstSequence(), gap.lastSequence()).boxed();
  }

  @Test
  void aPageTellsTheGapsUpToItsCursorAndNoFurther() throws LogSinkException {
    fixture.append(sink, "quiet", 1, 10);
    fixture.append(sink, "flood", 20_000, 500);
    long oldest = of("flood").getFirst().sequence();

    var first = sink.read(LogQuery.oldest(1));
    assertThat(first.gaps()).isEmpty();
    var second = sink.read(LogQuery.oldest(1).from(Position.after(first.cursor())));
    assertThat(second.gaps()).containsExactly(new Gap(2, oldest - 1, Gap.Cause.RETENTION, ""));
    var third = sink.read(LogQuery.oldest(1).from(Position.after(second.cursor())));
    assertThat(third.gaps()).isEmpty();
  }

  @Test
  void aHoleLongerThanASliceIsOneGap() throws LogSinkException {
    sink.close();
    sink = fixture.withMaxBytes(8 << 20).own();
    fixture.append(sink, "quiet", 1, 10);
    fixture.append(sink, "many", 80_000, 1);
    fixture.append(sink, "large", 10_000, 1_000);
    long oldest = of("many").getFirst().sequence();

    assertThat(oldest).isGreaterThan(2 * 16_384);
    Gap hole = new Gap(2, oldest - 1, Gap.Cause.RETENTION, "");
    assertThat(RingFixture.gaps(sink, Position.oldest(), Direction.FORWARD)).startsWith(hole);
    assertThat(RingFixture.gaps(sink, Position.newest(), Direction.BACKWARD)).endsWith(hole);
  }

  @Test
  void whoReadsBackwardsFromWhatIsGoneIsToldOnce() throws LogSinkException {
    fixture.append(sink, "flood", 20_000, 500);

    var page = sink.read(LogQuery.newest(10).from(Position.after(new Cursor(100))));
    assertThat(page.entries()).isEmpty();
    assertThat(page.gaps()).containsExactly(new Gap(1, 99, Gap.Cause.RETENTION, ""));
    assertThat(page.more()).isFalse();
    assertThat(sink.read(LogQuery.newest(10).from(Position.after(page.cursor()))).gaps()).isEmpty();
  }

  @Test
  void holesDoNotChangeAnAnswer() throws LogSinkException {
    appendAtRandom();
    List<LogEntry> left = RingFixture.readAll(sink);

    for (int limit : new int[] {1, 3, 256, 10_000}) {
      assertThat(LogPager.readAll(sink, LogQuery.newest(limit)).reversed())
          .as("-Dlogsink.seed=%d", SEED)
          .isEqualTo(left);
    }
    for (int i = 0; i < 20; i++) {
      String source = "pty:" + i;
      assertThat(of(source))
          .as("-Dlogsink.seed=%d", SEED)
          .isEqualTo(
              left.stream().filter(entry -> entry.record().source().name().equals(source)).toList())
          .isNotEmpty();
    }
  }

  @Test
  void statisticsCountWhatIsLeft() throws LogSinkException {
    appendAtRandom();
    List<LogEntry> left = RingFixture.readAll(sink);
    SinkStats stats = sink.stats();

    assertThat(stats.recordCount()).isEqualTo(left.size());
    assertThat(stats.oldestSequence()).isEqualTo(left.getFirst().sequence());
    assertThat(stats.newestSequence()).isEqualTo(left.getLast().sequence());
    assertThat(stats.engine()).containsEntry("sources", "20");
  }
}
