package io.logsink.pipeline;

import static io.logsink.pipeline.Rig.DB;
import static io.logsink.pipeline.Rig.WEB;
import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Severity;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What coalescing, rate limits and sampling let through. */
final class ReductionTest {
  private static final SourceRule COALESCE =
      SourceRule.DEFAULT.withCoalescing(Duration.ofSeconds(10), 100);
  private static final SourceRule RATE =
      SourceRule.DEFAULT.withRates(new RateLimit(10, 5), new RateLimit(1, 2)).withSampling(1, 0);
  private static final SourceRule SAMPLE = SourceRule.DEFAULT.withSampling(10, 0);

  private static void emitMany(Rig rig, int count) {
    for (int i = 0; i < count; i++) {
      rig.emit(WEB, "took " + i + " ms");
    }
  }

  @Test
  void ofRepeatsTheFirstTheLastAndTheCountAreKept() throws Exception {
    Rig rig = Rig.of(COALESCE);

    emitMany(rig, 100);
    rig.emit(WEB, "something else");
    rig.drain();
    assertThat(rig.sink.store.texts(WEB)).containsExactly("took 0 ms", "something else");
    rig.pass(Duration.ofSeconds(11));
    rig.drain();

    assertThat(rig.sink.store.texts(WEB)).endsWith("took 99 ms").hasSize(3);
    LogRecord last = rig.sink.store.records(WEB).getLast();
    assertThat(FakeStore.number(last, Repeats.COUNT)).isEqualTo(98);
    assertThat(FakeStore.number(last, Repeats.BYTES)).isEqualTo(9 * 9 + 89 * 10);
    assertThat(rig.stats(WEB).with(Fate.COALESCED)).isEqualTo(new Tally(98, 9 * 9 + 89 * 10));
    assertThat(rig.stats(WEB).balances()).isTrue();
  }

  @Test
  void theLastOfTheRepeatsIsInFlightUntilItsWindowEnds() throws Exception {
    Rig rig = Rig.of(COALESCE);

    emitMany(rig, 3);
    rig.drain();

    assertThat(rig.stats(WEB).inFlight()).isEqualTo(new Tally(1, 9));
    assertThat(rig.pipeline.stats().depth().heldCount()).isEqualTo(1);
  }

  @Test
  void aSingleRepeatIsStoredAsItIs() throws Exception {
    Rig rig = Rig.of(COALESCE);
    LogRecord second = rig.record(WEB, Severity.INFO, "took 2 ms");

    emitMany(rig, 1);
    rig.pipeline.emit(second);
    rig.pass(Duration.ofSeconds(11));
    rig.drain();

    assertThat(rig.sink.store.records(WEB)).hasSize(2).endsWith(second);
    assertThat(rig.count(WEB, Fate.COALESCED)).isZero();
  }

  @Test
  void linesThatFallOutOfTheCacheAreNotLost() throws Exception {
    Rig rig = Rig.of(SourceRule.DEFAULT.withCoalescing(Duration.ofSeconds(10), 3));

    for (int round = 0; round < 3; round++) {
      for (char kind = 'a'; kind <= 'j'; kind++) {
        rig.emit(WEB, kind + " " + round);
      }
    }
    rig.pass(Duration.ofSeconds(11));
    rig.drain();

    long coalesced = rig.count(WEB, Fate.COALESCED);
    assertThat(rig.sink.store.texts(WEB)).hasSize(30 - (int) coalesced).doesNotHaveDuplicates();
    for (char kind = 'a'; kind <= 'j'; kind++) {
      assertThat(rig.sink.store.texts(WEB)).contains(kind + " 0", kind + " 2");
    }
  }

  @Test
  void whenNothingMoreCanBeHeldTheRepeatPassesWithTheCount() throws Exception {
    Rig rig = Rig.of(COALESCE);
    String eightKilobytes = "x".repeat(8 << 10);

    rig.emit(WEB, "a 1");
    rig.emit(WEB, "a 2");
    rig.emit(WEB, "a 3");
    rig.emit(WEB, eightKilobytes);
    rig.emit(WEB, eightKilobytes);
    rig.drain();

    assertThat(rig.sink.store.texts(WEB)).containsExactly("a 1", eightKilobytes, eightKilobytes);
    assertThat(rig.pipeline.stats().depth().heldCount()).isEqualTo(1);
  }

  @Test
  void severityKeepsLinesApart() throws Exception {
    Rig rig = Rig.of(COALESCE);

    rig.emit(WEB, Severity.INFO, "same");
    rig.emit(WEB, Severity.ERROR, "same");
    rig.drain();

    assertThat(rig.sink.store.texts(WEB)).hasSize(2);
  }

  @Test
  void aRateLetsABurstThroughAndThenSoManyASecond() throws Exception {
    Rig rig = Rig.of(RATE);

    emitMany(rig, 20);
    rig.pass(Duration.ofMillis(300));
    emitMany(rig, 20);
    rig.drain();

    assertThat(rig.count(WEB, Fate.STORED)).isEqualTo(5 + 3);
    assertThat(rig.count(WEB, Fate.RATE_LIMITED)).isEqualTo(32);
  }

  @Test
  void urgentRecordsHaveARateOfTheirOwn() throws Exception {
    Rig rig = Rig.of(RATE);

    emitMany(rig, 20);
    for (int i = 0; i < 5; i++) {
      rig.emit(WEB, Severity.WARN, "urgent " + i);
    }
    rig.drain();

    assertThat(rig.sink.store.texts(WEB)).endsWith("urgent 0", "urgent 1").hasSize(5 + 2);
  }

  @Test
  void eachSourceHasARateOfItsOwn() throws Exception {
    Rig rig = Rig.of(RATE);

    emitMany(rig, 20);
    rig.emit(DB, "line");
    rig.drain();

    assertThat(rig.sink.store.texts(DB)).hasSize(1);
  }

  @Test
  void samplingKeepsOneOfSoMany() throws Exception {
    Rig rig = Rig.of(SAMPLE);

    emitMany(rig, 25);
    rig.drain();

    assertThat(rig.sink.store.texts(WEB)).containsExactly("took 0 ms", "took 10 ms", "took 20 ms");
    assertThat(rig.count(WEB, Fate.SAMPLED)).isEqualTo(22);
  }

  @Test
  void samplingNeverTouchesUrgentRecords() throws Exception {
    Rig rig = Rig.of(SAMPLE);

    for (Severity severity : Severity.values()) {
      rig.emit(DB, "first of the source");
      for (int i = 0; i < 9; i++) {
        rig.emit(DB, severity, "line");
      }
    }
    rig.drain();

    assertThat(rig.sink.store.records(DB))
        .filteredOn(record -> record.severity().atLeast(Severity.WARN))
        .hasSize(9 * 12);
    assertThat(rig.count(DB, Fate.SAMPLED)).isPositive();
  }

  @Test
  void theLastLinesBeforeASourceEndsAreKept() throws Exception {
    Rig rig = Rig.of(SAMPLE.withSampling(10, 5));

    emitMany(rig, 28);
    rig.pipeline.endOfSource(WEB);
    rig.drain();

    assertThat(rig.sink.store.texts(WEB))
        .containsExactly(
            "took 0 ms",
            "took 10 ms",
            "took 20 ms",
            "took 23 ms",
            "took 24 ms",
            "took 25 ms",
            "took 26 ms",
            "took 27 ms");
    assertThat(rig.count(WEB, Fate.SAMPLED)).isEqualTo(20);
    assertThat(rig.stats(WEB).inFlight()).isEqualTo(Tally.ZERO);
  }

  @Test
  void theLastOfTheRepeatsIsStoredWhenASourceEnds() throws Exception {
    Rig rig = Rig.of(COALESCE);

    emitMany(rig, 28);
    rig.pipeline.endOfSource(WEB);
    rig.drain();

    assertThat(rig.sink.store.texts(WEB)).containsExactly("took 0 ms", "took 27 ms");
  }

  @Test
  void theEndOfAnUnknownSourceIsNothing() throws Exception {
    Rig rig = Rig.of(COALESCE);

    rig.pipeline.endOfSource(WEB);

    assertThat(rig.pipeline.stats().sources()).doesNotContainKey(WEB);
  }

  @Test
  void aFloodOfOthersCannotTakeTheLastLinesThatAreKept() throws Exception {
    SourceRule flood = SourceRule.DEFAULT.withSources(DB.name());
    Rig rig = Rig.of(flood, SAMPLE.withSampling(1_000, 5));
    for (int i = 0; i < 100; i++) {
      rig.emit(DB, "x".repeat(1_000));
    }

    emitMany(rig, 28);
    rig.pipeline.endOfSource(WEB);
    rig.drain();

    assertThat(rig.sink.store.texts(WEB)).hasSize(6).endsWith("took 26 ms", "took 27 ms");
  }

  @Test
  void reducersWorkInTheirOrder() throws Exception {
    SourceRule all = COALESCE.withRates(new RateLimit(1, 4), RateLimit.NONE).withSampling(2, 0);
    Rig rig = Rig.of(all);

    for (char kind = 'a'; kind <= 'h'; kind++) {
      rig.emit(WEB, kind + " 1");
      rig.emit(WEB, kind + " 2");
      rig.emit(WEB, kind + " 3");
    }
    rig.drain();

    assertThat(rig.count(WEB, Fate.COALESCED)).isEqualTo(8);
    assertThat(rig.count(WEB, Fate.RATE_LIMITED)).isEqualTo(4);
    assertThat(rig.count(WEB, Fate.SAMPLED)).isEqualTo(2);
    assertThat(rig.sink.store.texts(WEB)).containsExactlyElementsOf(List.of("a 1", "c 1"));
  }
}
