package io.logsink.pipeline;

import static io.logsink.pipeline.Rig.WEB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ClosingTest {
  private static void emitMany(Rig rig, int count) {
    for (int i = 0; i < count; i++) {
      rig.emit(WEB, "line");
    }
  }

  @Test
  void closingStoresWhatIsQueuedAndSyncs() throws Exception {
    Rig rig = Rig.of();
    emitMany(rig, 10);

    rig.pipeline.close();

    assertThat(rig.sink.store.texts(WEB)).hasSize(10);
    assertThat(rig.sink.syncCount).isEqualTo(1);
    assertThat(rig.stats(WEB).stored()).isEqualTo(new Tally(10, 40));
    assertThat(rig.counters.load()).satisfies(saved -> assertThat(saved.closed()).isTrue());
  }

  @Test
  void closingStoresWhatReducersHold() throws Exception {
    Rig rig = Rig.of(SourceRule.DEFAULT.withCoalescing(Duration.ofMinutes(1), 10));
    emitMany(rig, 10);

    rig.pipeline.close();

    assertThat(rig.sink.store.texts(WEB)).hasSize(2);
    assertThat(rig.stats(WEB).inFlight()).isEqualTo(Tally.ZERO);
  }

  @Test
  void aClosedPipelineRefusesRecords() throws Exception {
    Rig rig = Rig.of();
    rig.pipeline.close();

    assertThatThrownBy(() -> rig.emit(WEB, "late")).isInstanceOf(IllegalStateException.class);
    assertThat(rig.pipeline.stats().total().emitted()).isEqualTo(Tally.ZERO);
  }

  @Test
  void closingAgainDoesNothing() throws Exception {
    Rig rig = Rig.of();
    emitMany(rig, 10);
    rig.pipeline.close();
    int syncs = rig.sink.syncCount;

    rig.pipeline.close();

    assertThat(rig.sink.syncCount).isEqualTo(syncs);
  }

  @Test
  void whatTheSinkDoesNotTakeInTimeHasFailed() throws Exception {
    Rig rig = Rig.of();
    rig.sink.faults.add(FakeSink.unavailable());
    emitMany(rig, 10);
    rig.clock.meanwhile =
        () -> {
          rig.clock.meanwhile = () -> false;
          rig.pipeline.close(Duration.ofSeconds(2));
          return true;
        };

    rig.pipeline.parts().drainer().work();

    SourceStats closed = rig.stats(WEB);
    assertThat(closed.with(Fate.FAILED)).isEqualTo(new Tally(10, 40));
    assertThat(closed.inFlight()).isEqualTo(Tally.ZERO);
    assertThat(rig.sink.appendCount).isEqualTo(1);
    assertThat(rig.counters.load()).satisfies(saved -> assertThat(saved.closed()).isTrue());
  }

  @Test
  void aSinkThatHangsDoesNotHoldUpTheEnd() throws Exception {
    Rig rig = Rig.of();
    emitMany(rig, 6);
    rig.sink.beforeStoring = () -> rig.pipeline.close(Duration.ofSeconds(1));
    rig.clock.meanwhile = () -> false;

    rig.pipeline.parts().drainer().work();

    SourceStats closed = rig.stats(WEB);
    assertThat(closed.with(Fate.FAILED)).isEqualTo(new Tally(6, 24));
    assertThat(closed.with(Fate.STORED)).isEqualTo(Tally.ZERO);
    assertThat(closed.balances()).isTrue();
  }

  @Test
  void whatAHangingSinkStoredAfterAllIsFoundByTheNextProcess() throws Exception {
    Rig rig = Rig.of();
    emitMany(rig, 6);
    rig.sink.beforeStoring = () -> rig.pipeline.close(Duration.ofSeconds(1));
    rig.clock.meanwhile = () -> false;
    rig.pipeline.parts().drainer().work();

    SourceStats next = rig.next().stats(WEB);

    assertThat(next.emitted()).isEqualTo(new Tally(6, 24));
    assertThat(next.with(Fate.STORED)).isEqualTo(new Tally(4, 16));
    assertThat(next.with(Fate.FAILED)).isEqualTo(new Tally(2, 8));
  }

  @Test
  void anInterruptEndsTheDraining() throws Exception {
    Rig rig = Rig.of();
    emitMany(rig, 6);
    rig.clock.interrupts = true;

    SourceStats closed = rig.pipeline.close(Duration.ofDays(1)).of(WEB);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(closed.with(Fate.FAILED).recordCount()).isEqualTo(6);
  }
}
