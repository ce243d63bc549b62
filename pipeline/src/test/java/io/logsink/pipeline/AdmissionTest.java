package io.logsink.pipeline;

import static io.logsink.pipeline.Rig.DB;
import static io.logsink.pipeline.Rig.WEB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.logsink.api.record.AttributeValue;
import io.logsink.api.record.Attributes;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Severity;
import io.logsink.api.record.Source;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What happens when the pipeline is full. The sink takes nothing, unless a test lets it. */
final class AdmissionTest {
  private static final String KILOBYTE = "x".repeat(1024);
  private static final SourceRule OLDEST = SourceRule.DEFAULT;
  private static final SourceRule NEWEST =
      SourceRule.DEFAULT.withOverflow(Overflow.DROP_NEWEST, Duration.ZERO);
  private static final SourceRule BLOCK =
      SourceRule.DEFAULT.withOverflow(Overflow.BLOCK, Duration.ofMillis(30));

  private static void emitMany(Rig rig, Source source, int count) {
    for (int i = 0; i < count; i++) {
      rig.emit(source, i + " " + KILOBYTE);
    }
  }

  private static List<Integer> numbers(Rig rig, Source source) {
    return rig.sink.store.texts(source).stream()
        .map(text -> Integer.valueOf(text.substring(0, text.indexOf(' '))))
        .toList();
  }

  @Test
  void dropOldestKeepsTheLastRecords() throws Exception {
    Rig rig = Rig.of(OLDEST);

    emitMany(rig, WEB, 200);
    rig.drain();

    List<Integer> kept = numbers(rig, WEB);
    assertThat(kept).hasSizeBetween(40, 64).endsWith(198, 199);
    assertThat(kept.getFirst()).isEqualTo(200 - kept.size());
    assertThat(rig.count(WEB, Fate.OVERFLOWED)).isEqualTo(200 - kept.size());
  }

  @Test
  void dropNewestKeepsTheFirstRecords() throws Exception {
    Rig rig = Rig.of(NEWEST);

    emitMany(rig, WEB, 200);
    rig.drain();

    List<Integer> kept = numbers(rig, WEB);
    assertThat(kept).hasSizeBetween(40, 64).startsWith(0, 1);
    assertThat(kept.getLast()).isEqualTo(kept.size() - 1);
    assertThat(rig.count(WEB, Fate.OVERFLOWED)).isEqualTo(200 - kept.size());
  }

  @ParameterizedTest
  @EnumSource(Overflow.class)
  void aFloodCostsASourceUnderItsShareNothing(Overflow overflow) throws Exception {
    Rig rig = Rig.of(SourceRule.DEFAULT.withOverflow(overflow, Duration.ZERO));
    rig.clock.meanwhile = () -> false;

    emitMany(rig, WEB, 100);
    emitMany(rig, DB, 5);
    emitMany(rig, WEB, 100);
    emitMany(rig, DB, 5);

    assertThat(rig.count(DB, Fate.OVERFLOWED)).isZero();
    assertThat(rig.count(WEB, Fate.OVERFLOWED)).isGreaterThan(100);
    assertThat(rig.stats(DB).inFlight().recordCount()).isEqualTo(10);
  }

  @Test
  void twoFloodsShareThePipeline() throws Exception {
    Rig rig = Rig.of(OLDEST);

    for (int i = 0; i < 100; i++) {
      emitMany(rig, WEB, 3);
      emitMany(rig, DB, 1);
    }

    long web = rig.stats(WEB).inFlight().recordCount();
    long db = rig.stats(DB).inFlight().recordCount();
    assertThat(Math.abs(web - db)).isLessThanOrEqualTo(1);
    assertThat(web + db).isGreaterThan(40);
  }

  @Test
  void theNumberOfRecordsIsBoundedToo() throws Exception {
    PipelineSettings few =
        Rig.SMALL.withBounds(1 << 20, 16, new BatchSettings(4, 8 << 10, Duration.ofMillis(10)));
    Rig rig = Rig.of(few);

    for (int i = 0; i < 100; i++) {
      rig.emit(WEB, i + " ");
    }
    rig.emit(DB, "0 ");
    assertThat(rig.pipeline.stats().depth().queuedCount()).isEqualTo(16);
    rig.drain();

    assertThat(numbers(rig, WEB)).hasSize(15).endsWith(99);
    assertThat(numbers(rig, DB)).containsExactly(0);
  }

  @Test
  void attributesAndNamesCountForTheBound() throws Exception {
    Rig rig = Rig.of(NEWEST);
    Source longName = Source.of("n".repeat(200));
    LogRecord record =
        rig.record(longName, Severity.INFO, "short")
            .withAttributes(Attributes.of("key", AttributeValue.of("v".repeat(1_000))));

    for (int i = 0; i < 100; i++) {
      rig.pipeline.emit(record);
    }

    assertThat(rig.pipeline.stats().depth().weightBytes()).isBetween(60_000L, 65_536L);
    assertThat(rig.stats(longName).inFlight().recordCount()).isLessThan(30);
  }

  @Test
  void aRecordThatCanNeverFitCostsNobodyElseAnything() throws Exception {
    Rig rig = Rig.of(OLDEST);
    emitMany(rig, WEB, 3);

    rig.emit(WEB, "x".repeat(70_000));
    rig.emit(DB, "x".repeat(70_000));

    assertThat(rig.count(WEB, Fate.OVERFLOWED)).isEqualTo(1);
    assertThat(rig.count(DB, Fate.OVERFLOWED)).isEqualTo(1);
    assertThat(rig.stats(WEB).inFlight().recordCount()).isEqualTo(3);
  }

  @Test
  void blockWaitsForRoomAndLosesNothing() throws Exception {
    Rig rig = Rig.of(BLOCK);

    emitMany(rig, WEB, 200);
    rig.drain();

    assertThat(numbers(rig, WEB)).hasSize(200).isSorted();
    assertThat(rig.stats(WEB).blockedCount()).isPositive();
  }

  @Test
  void blockDropsWhatComesWhenTheTimeIsOver() throws Exception {
    Rig rig = Rig.of(BLOCK);
    rig.clock.meanwhile = () -> false;

    emitMany(rig, WEB, 60);

    long lost = rig.count(WEB, Fate.OVERFLOWED);
    assertThat(lost).isPositive();
    assertThat(rig.stats(WEB).blockedCount()).isEqualTo(lost);
    assertThat(rig.stats(WEB).blockedTime()).isEqualTo(Duration.ofMillis(30).multipliedBy(lost));
  }

  @Test
  void aBlockingFloodLeavesRoomForOthersThatCostsItNothing() throws Exception {
    Rig rig = Rig.of(BLOCK);
    rig.clock.meanwhile = () -> false;
    emitMany(rig, WEB, 60);
    long lost = rig.count(WEB, Fate.OVERFLOWED);

    emitMany(rig, DB, 5);

    assertThat(rig.count(WEB, Fate.OVERFLOWED)).isEqualTo(lost);
    assertThat(rig.stats(DB).inFlight().recordCount()).isEqualTo(5);
    assertThat(rig.stats(DB).blockedCount()).isZero();
  }

  @Test
  void whoWaitedLongEnoughAndHasNotMostGetsItsRoom() throws Exception {
    Rig rig = Rig.of(BLOCK);
    rig.clock.meanwhile = () -> false;
    emitMany(rig, WEB, 60);
    long lost = rig.count(WEB, Fate.OVERFLOWED);

    emitMany(rig, DB, 12);

    assertThat(rig.stats(DB).inFlight().recordCount()).isEqualTo(12);
    assertThat(rig.stats(DB).blockedCount()).isEqualTo(rig.count(WEB, Fate.OVERFLOWED) - lost);
    assertThat(rig.stats(DB).blockedCount()).isPositive();
  }

  @Test
  void blockingSourcesLoseNothingToEachOther() throws Exception {
    Rig rig = Rig.of(BLOCK);

    for (int i = 0; i < 100; i++) {
      emitMany(rig, WEB, 3);
      emitMany(rig, DB, 2);
    }
    rig.drain();

    assertThat(rig.pipeline.stats().total().stored().recordCount()).isEqualTo(500);
    assertThat(rig.pipeline.stats().total().lost()).isEqualTo(Tally.ZERO);
  }

  @Test
  void anInterruptEndsTheWait() throws Exception {
    Rig rig = Rig.of(BLOCK);
    rig.clock.meanwhile = () -> false;
    emitMany(rig, WEB, 60);
    long lost = rig.count(WEB, Fate.OVERFLOWED);
    rig.clock.interrupts = true;

    rig.emit(WEB, KILOBYTE);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(rig.count(WEB, Fate.OVERFLOWED)).isEqualTo(lost + 1);
  }

  @Test
  void closingWakesWhoWaits() throws Exception {
    Rig rig = Rig.of(BLOCK);
    rig.clock.meanwhile = () -> false;
    emitMany(rig, WEB, 60);
    SourceStats before = rig.stats(WEB);
    rig.clock.meanwhile =
        () -> {
          rig.pipeline.parts().flow().close();
          return true;
        };

    assertThatThrownBy(() -> rig.emit(WEB, KILOBYTE)).isInstanceOf(IllegalStateException.class);
    assertThat(rig.stats(WEB).emitted()).isEqualTo(before.emitted());
  }

  @Test
  void sourcesThatComeTooLateShareAnAccount() throws Exception {
    Rig rig = Rig.of(Rig.SMALL.withMaxSourceCount(2));

    for (int i = 0; i < 5; i++) {
      rig.emit(Source.of("s" + i), "line");
    }
    rig.drain();

    assertThat(rig.pipeline.stats().sources().keySet())
        .containsExactlyInAnyOrder(
            LogPipeline.OWN_SOURCE, LogPipeline.OTHER_SOURCES, Source.of("s0"), Source.of("s1"));
    assertThat(rig.stats(LogPipeline.OTHER_SOURCES).stored()).isEqualTo(new Tally(3, 12));
    assertThat(rig.sink.store.texts(Source.of("s4"))).containsExactly("line");
  }

  @Test
  void thePipelinesOwnSourceIsRefused() throws Exception {
    Rig rig = Rig.of(OLDEST);

    assertThatThrownBy(() -> rig.emit(LogPipeline.OWN_SOURCE, "line"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("logsink");
    assertThat(rig.stats(LogPipeline.OWN_SOURCE).emitted()).isEqualTo(Tally.ZERO);
  }
}
