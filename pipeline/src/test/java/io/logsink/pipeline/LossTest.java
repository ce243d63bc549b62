package io.logsink.pipeline;

import static io.logsink.pipeline.Rig.WEB;
import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.api.record.EpochNanos;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Severity;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The log says itself what is not in it. */
final class LossTest {
  private static final Duration INTERVAL = TimerSettings.DEFAULT.lossInterval();

  private static Rig sampling() throws Exception {
    return Rig.of(SourceRule.DEFAULT.withSampling(2, 0));
  }

  private static void emitMany(Rig rig, int count) {
    for (int i = 0; i < count; i++) {
      rig.emit(WEB, "line");
      rig.clock.pass(Duration.ofMillis(1));
    }
  }

  @Test
  void aLossIsToldWithCountReasonSourceAndTimes() throws Exception {
    Rig rig = sampling();
    long first = EpochNanos.of(rig.clock.now());
    emitMany(rig, 10);

    rig.pass(INTERVAL);
    rig.drain();

    LogRecord told = rig.sink.store.records(LogPipeline.OWN_SOURCE).getFirst();
    assertThat(LossRecords.parse(told))
        .isEqualTo(
            new LossRecords.Said(
                WEB,
                Fate.SAMPLED,
                new Loss(new Tally(5, 20), first + 1_000_000, first + 9_000_000)));
    assertThat(told.body().text())
        .isEqualTo(
            "5 records of pty:web (20 bytes) are not in the log: sampled,"
                + " from 2026-01-01T00:00:00.001001Z to 2026-01-01T00:00:00.009001Z");
    assertThat(told.severity()).isEqualTo(Severity.INFO);
  }

  @Test
  void whatNobodyAskedForIsAWarning() throws Exception {
    Rig rig = Rig.of();
    rig.sink.rejects = record -> record.source().equals(WEB);
    emitMany(rig, 1);
    rig.drain();

    rig.pass(INTERVAL);
    rig.drain();

    assertThat(rig.sink.store.records(LogPipeline.OWN_SOURCE))
        .singleElement()
        .satisfies(told -> assertThat(told.severity()).isEqualTo(Severity.WARN));
  }

  @Test
  void aLossIsToldOnce() throws Exception {
    Rig rig = sampling();
    emitMany(rig, 10);
    rig.pass(INTERVAL);
    rig.pass(INTERVAL);
    emitMany(rig, 4);
    rig.pass(INTERVAL);
    rig.drain();

    assertThat(rig.sink.store.told(Fate.SAMPLED)).isEqualTo(Map.of(WEB, new Tally(7, 28)));
    assertThat(rig.sink.store.records(LogPipeline.OWN_SOURCE)).hasSize(2);
  }

  @Test
  void aLossRecordThatIsLostIsMadeAnew() throws Exception {
    Rig rig = sampling();
    emitMany(rig, 10);
    rig.sink.rejects = record -> record.source().equals(LogPipeline.OWN_SOURCE);
    for (int i = 0; i < 5; i++) {
      rig.pass(INTERVAL);
      rig.drain();
    }
    rig.sink.rejects = _ -> false;

    rig.pass(INTERVAL);
    rig.drain();

    assertThat(rig.sink.store.told(Fate.SAMPLED)).isEqualTo(Map.of(WEB, new Tally(5, 20)));
    SourceStats own = rig.stats(LogPipeline.OWN_SOURCE);
    assertThat(own.emitted().recordCount()).isEqualTo(6);
    assertThat(own.with(Fate.REJECTED).recordCount()).isEqualTo(5);
    assertThat(own.balances()).isTrue();
  }

  @Test
  void lossesAtTheEndAreToldBeforeTheEnd() throws Exception {
    Rig rig = sampling();
    emitMany(rig, 10);

    rig.pipeline.close();

    assertThat(rig.sink.store.told(Fate.SAMPLED)).isEqualTo(Map.of(WEB, new Tally(5, 20)));
  }

  @Test
  void lossesOfTheLastWayAreToldToo() throws Exception {
    Rig rig = Rig.of();
    rig.sink.rejects = record -> record.source().equals(WEB);
    emitMany(rig, 2);

    rig.pipeline.close();

    assertThat(rig.sink.store.told(Fate.REJECTED)).isEqualTo(Map.of(WEB, new Tally(2, 8)));
  }

  @Test
  void whatCouldNotBeToldIsToldByTheNextProcess() throws Exception {
    Rig rig = Rig.of();
    rig.sink.faults.add(FakeSink.corrupt());
    emitMany(rig, 3);
    rig.pipeline.close();
    assertThat(rig.sink.store.entries()).isEmpty();

    Rig next = rig.next();
    next.pass(INTERVAL);
    next.drain();

    assertThat(next.sink.store.told(Fate.FAILED)).isEqualTo(Map.of(WEB, new Tally(3, 12)));
  }
}
