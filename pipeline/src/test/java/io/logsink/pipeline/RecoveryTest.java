package io.logsink.pipeline;

import static io.logsink.pipeline.Rig.DB;
import static io.logsink.pipeline.Rig.WEB;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The accounts after a restart. Where a process does not close its pipeline, it was killed. */
final class RecoveryTest {
  private static final Duration SAVE = TimerSettings.DEFAULT.saveInterval();

  private static void emitMany(Rig rig, int count) {
    for (int i = 0; i < count; i++) {
      rig.emit(WEB, "line");
    }
  }

  private static void assertAccount(SourceStats stats, long emitted, long stored, long failed) {
    assertThat(stats.emitted()).isEqualTo(new Tally(emitted, 4 * emitted));
    assertThat(stats.with(Fate.STORED)).isEqualTo(new Tally(stored, 4 * stored));
    assertThat(stats.with(Fate.FAILED)).isEqualTo(new Tally(failed, 4 * failed));
    assertThat(stats.balances()).isTrue();
  }

  @Test
  void theCountersGoOnAfterAClosing() throws Exception {
    Rig rig = Rig.of();
    emitMany(rig, 10);
    rig.pipeline.close();

    Rig next = rig.next();
    emitMany(next, 5);
    next.drain();

    assertAccount(next.stats(WEB), 15, 15, 0);
    assertThat(next.sink.store.texts(LogPipeline.OWN_SOURCE)).isEmpty();
  }

  @Test
  void whatWasStoredAfterTheLastSaveIsCounted() throws Exception {
    Rig rig = Rig.of();
    emitMany(rig, 3);
    rig.pass(SAVE);
    rig.drain();
    emitMany(rig, 7);
    rig.drain();

    assertAccount(rig.next().stats(WEB), 10, 10, 0);
  }

  @Test
  void whatWasInFlightAtTheLastSaveAndIsNotInTheSinkHasFailed() throws Exception {
    Rig rig = Rig.of();
    emitMany(rig, 7);
    rig.pipeline.parts().chores().runDue();
    rig.clock.pass(SAVE);
    rig.pipeline.parts().chores().runDue();
    rig.pipeline.parts().drainer().work();

    assertAccount(rig.next().stats(WEB), 7, 4, 3);
  }

  @Test
  void whatWasEmittedAfterTheLastSaveAndLostIsCountedNowhere() throws Exception {
    Rig rig = Rig.of();
    emitMany(rig, 4);
    rig.drain();
    rig.pass(SAVE);
    emitMany(rig, 9);

    assertAccount(rig.next().stats(WEB), 4, 4, 0);
  }

  @Test
  void aProcessThatIsKilledBeforeItsFirstSaveIsRecoveredToo() throws Exception {
    Rig rig = Rig.of();
    emitMany(rig, 4);
    rig.drain();

    assertAccount(rig.next().stats(WEB), 4, 4, 0);
  }

  @Test
  void killingTwiceCountsNothingTwice() throws Exception {
    Rig rig = Rig.of();
    emitMany(rig, 4);
    rig.drain();

    Rig next = rig.next().next();

    assertAccount(next.stats(WEB), 4, 4, 0);
  }

  @Test
  void whatWasInTheStoreBeforeIsNotThePipelines() throws Exception {
    Rig rig = Rig.of();
    emitMany(rig, 4);
    rig.pipeline.close();
    rig.sink.store.add(rig.sink.store.records());

    assertAccount(rig.next().next().stats(WEB), 4, 4, 0);
  }

  @Test
  void anUncleanEndIsToldInTheLog() throws Exception {
    Rig rig = Rig.of().next();

    rig.drain();

    assertThat(rig.sink.store.texts(LogPipeline.OWN_SOURCE))
        .singleElement()
        .asString()
        .contains("did not close its pipeline");
  }

  @Test
  void lossesThatWentWithTheProcessAreTold() throws Exception {
    Rig rig = Rig.of();
    emitMany(rig, 7);
    rig.clock.pass(SAVE);
    rig.pipeline.parts().chores().runDue();

    Rig next = rig.next();
    next.pass(TimerSettings.DEFAULT.lossInterval());
    next.drain();

    assertThat(next.sink.store.told(Fate.FAILED)).isEqualTo(Map.of(WEB, new Tally(7, 28)));
  }

  @Test
  void lossesAreToldOnceAlsoWhenTheProcessIsKilledRightAfter() throws Exception {
    Rig rig = Rig.of(SourceRule.DEFAULT.withSampling(2, 0));
    emitMany(rig, 10);
    rig.pass(SAVE);
    rig.pass(TimerSettings.DEFAULT.lossInterval());
    rig.drain();

    Rig next = rig.next();
    next.pass(TimerSettings.DEFAULT.lossInterval());
    next.drain();

    assertThat(next.sink.store.told(Fate.SAMPLED)).isEqualTo(Map.of(WEB, new Tally(5, 20)));
    assertThat(next.count(WEB, Fate.SAMPLED)).isEqualTo(5);
  }

  @Test
  void lossesThatOnlyTheLogKnowsAreTakenFromIt() throws Exception {
    Rig rig = Rig.of(SourceRule.DEFAULT.withSampling(2, 0));
    emitMany(rig, 10);
    rig.drain();
    rig.pipeline.parts().flow().locked(rig.pipeline.parts().teller()::tell);
    rig.drain();

    SourceStats stats = rig.next().stats(WEB);

    assertThat(stats.emitted()).isEqualTo(new Tally(10, 40));
    assertThat(stats.with(Fate.SAMPLED)).isEqualTo(new Tally(5, 20));
    assertThat(stats.balances()).isTrue();
  }

  @Test
  void recordsAndBytesOfALossAreEachToldInTheEnd() throws Exception {
    Rig rig = Rig.of();
    Loss known = new Loss(new Tally(2, 100), 0, 0);
    Loss told = new Loss(new Tally(2, 60), 0, 0);
    SourceStats account =
        new SourceStats(
            known.tally(), Map.of(Fate.SAMPLED, known.tally()), Tally.ZERO, 0, Duration.ZERO);
    rig.counters.save(
        new Counters(
            false,
            0,
            0,
            new TreeMap<>(Map.of(WEB, account)),
            new TreeMap<>(Map.of(WEB, Map.of(Fate.SAMPLED, known)))));
    rig.sink.store.add(List.of(LossRecords.of(rig.clock.now(), WEB, Fate.SAMPLED, told)));

    Rig next = rig.next();
    next.pass(TimerSettings.DEFAULT.lossInterval());
    next.drain();

    assertThat(next.sink.store.told(Fate.SAMPLED)).isEqualTo(Map.of(WEB, known.tally()));
    assertThat(next.stats(WEB).balances()).isTrue();
  }

  @Test
  void accountsOfManySourcesAreKeptApart() throws Exception {
    Rig rig = Rig.of();
    emitMany(rig, 4);
    rig.emit(DB, "other");
    rig.drain();

    Rig next = rig.next();

    assertAccount(next.stats(WEB), 4, 4, 0);
    assertThat(next.stats(DB).stored()).isEqualTo(new Tally(1, 5));
  }
}
