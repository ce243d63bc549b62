package io.logsink.pipeline;

import static io.logsink.pipeline.Rig.DB;
import static io.logsink.pipeline.Rig.WEB;
import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.api.RecordRejectedException;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Severity;
import io.logsink.pipeline.PipelineStats.SinkState;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How batches are made, and what happens when the sink does not take them. */
final class DrainerTest {
  private static void emitMany(Rig rig, int count) {
    for (int i = 0; i < count; i++) {
      rig.emit(WEB, "line " + i);
    }
  }

  @Test
  void aBatchIsWrittenWhenItHasEnoughRecords() throws Exception {
    Rig rig = Rig.of();

    emitMany(rig, 3);
    rig.pass(Duration.ZERO);
    assertThat(rig.sink.store.entries()).isEmpty();
    emitMany(rig, 3);
    rig.pass(Duration.ZERO);

    assertThat(rig.sink.store.entries()).hasSize(4);
    assertThat(rig.pipeline.stats().sink().batchRecordCount().max()).isEqualTo(4);
  }

  @Test
  void aBatchIsWrittenWhenItHasEnoughBytes() throws Exception {
    Rig rig = Rig.of();

    rig.emit(WEB, "x".repeat(5_000));
    rig.pass(Duration.ZERO);
    assertThat(rig.sink.appendCount).isZero();
    rig.emit(WEB, "x".repeat(5_000));
    rig.pass(Duration.ZERO);

    assertThat(rig.sink.appendCount).isEqualTo(1);
    assertThat(rig.sink.store.entries()).hasSize(1);
  }

  @Test
  void aBatchIsWrittenWhenItsFirstRecordHasWaitedLongEnough() throws Exception {
    Rig rig = Rig.of();

    rig.emit(WEB, "line");
    rig.pass(Duration.ofMillis(9));
    assertThat(rig.sink.appendCount).isZero();
    rig.emit(WEB, "line");
    rig.pass(Duration.ofMillis(1));

    assertThat(rig.sink.store.entries()).hasSize(2);
  }

  @Test
  void recordsOfAllSourcesKeepTheirOrder() throws Exception {
    Rig rig = Rig.of();

    for (int i = 0; i < 50; i++) {
      rig.emit(i % 3 == 0 ? DB : WEB, String.valueOf(i));
    }
    rig.drain();

    assertThat(rig.sink.store.records())
        .extracting(record -> Integer.valueOf(record.body().text()))
        .hasSize(50)
        .isSorted();
  }

  @Test
  void drainingDoesNotWaitForMore() throws Exception {
    Rig rig = Rig.of();
    rig.emit(WEB, "line");

    assertThat(rig.pipeline.drain(Duration.ZERO)).isFalse();
    rig.pass(Duration.ZERO);

    assertThat(rig.pipeline.drain(Duration.ZERO)).isTrue();
    assertThat(rig.sink.store.entries()).hasSize(1);
  }

  @Test
  void anAppendThatFailsForNowIsTriedAgainWithLongerAndLongerPauses() throws Exception {
    Rig rig = Rig.of();
    rig.sink.faults.addAll(Collections.nCopies(10, FakeSink.unavailable()));
    rig.clock.meanwhile = () -> false;
    emitMany(rig, 4);
    long start = rig.clock.nanos();

    rig.pass(Duration.ZERO);

    assertThat(rig.sink.appendCount).isEqualTo(11);
    assertThat(Duration.ofNanos(rig.clock.nanos() - start))
        .isEqualTo(Duration.ofMillis(50 + 100 + 200 + 400 + 800 + 1600 + 3200 + 3 * 5000));
    assertThat(rig.count(WEB, Fate.STORED)).isEqualTo(4);
    assertThat(rig.pipeline.stats().sink().retryCount()).isEqualTo(10);
  }

  @Test
  void whileTheSinkIsUnavailableTheBoundHoldsAndTheRestWaits() throws Exception {
    Rig rig = Rig.of();
    rig.sink.faults.add(FakeSink.unavailable());
    emitMany(rig, 4);
    rig.clock.meanwhile =
        () -> {
          assertThat(rig.pipeline.stats().sink().state()).isEqualTo(SinkState.RETRYING);
          assertThat(rig.stats(WEB).balances()).isTrue();
          emitMany(rig, 1_000);
          rig.clock.meanwhile = () -> false;
          return true;
        };

    rig.pass(Duration.ZERO);

    assertThat(rig.pipeline.stats().sink().state()).isEqualTo(SinkState.WRITING);
    assertThat(rig.count(WEB, Fate.OVERFLOWED)).isPositive();
    assertThat(rig.sink.store.texts(WEB)).startsWith("line 0", "line 1", "line 2", "line 3");
    assertThat(rig.stats(WEB).balances()).isTrue();
  }

  @Test
  void aFullSinkGetsItsRetentionAndTheBatchAgain() throws Exception {
    Rig rig = Rig.of();
    rig.sink.faults.add(FakeSink.full());
    emitMany(rig, 4);
    long start = rig.clock.nanos();

    rig.pass(Duration.ZERO);

    assertThat(rig.sink.maintainCount).isEqualTo(1);
    assertThat(rig.clock.nanos()).isEqualTo(start);
    assertThat(rig.count(WEB, Fate.STORED)).isEqualTo(4);
  }

  @Test
  void aSinkThatStaysFullIsAskedAgainAfterAPause() throws Exception {
    Rig rig = Rig.of();
    rig.sink.faults.addAll(Collections.nCopies(3, FakeSink.full()));
    emitMany(rig, 4);
    rig.clock.meanwhile = () -> false;
    long start = rig.clock.nanos();

    rig.pass(Duration.ZERO);

    assertThat(rig.sink.maintainCount).isEqualTo(3);
    assertThat(rig.clock.nanos() - start).isPositive();
    assertThat(rig.count(WEB, Fate.STORED)).isEqualTo(4);
  }

  @Test
  void aRejectedRecordIsSetAsideAndTheOthersGoOn() throws Exception {
    Rig rig = Rig.of();
    rig.sink.rejects = record -> record.body().text().matches("line [12]");
    emitMany(rig, 4);

    rig.drain();

    assertThat(rig.sink.store.texts(WEB)).containsExactly("line 0", "line 3");
    assertThat(rig.stats(WEB).with(Fate.REJECTED)).isEqualTo(new Tally(2, 12));
  }

  @Test
  void aBatchOfWhichEverythingIsRejectedIsOver() throws Exception {
    Rig rig = Rig.of();
    rig.sink.rejects = record -> record.source().equals(WEB);
    emitMany(rig, 4);

    rig.drain();

    assertThat(rig.count(WEB, Fate.REJECTED)).isEqualTo(4);
    assertThat(rig.stats(WEB).inFlight()).isEqualTo(Tally.ZERO);
  }

  @Test
  void aCorruptSinkIsNotWrittenToAnyMore() throws Exception {
    Rig rig = Rig.of();
    rig.sink.faults.add(FakeSink.corrupt());
    emitMany(rig, 6);

    rig.drain();
    rig.emit(DB, "later");
    rig.pass(Duration.ofMinutes(1));

    assertThat(rig.sink.appendCount).isEqualTo(1);
    assertThat(rig.sink.maintainCount + rig.sink.syncCount).isZero();
    assertThat(rig.count(WEB, Fate.FAILED)).isEqualTo(6);
    assertThat(rig.count(DB, Fate.FAILED)).isEqualTo(1);
    assertThat(rig.pipeline.stats().sink().state()).isEqualTo(SinkState.STOPPED);
    assertThat(rig.pipeline.stats().sink().lastFault()).contains("as the test wants it");
  }

  @Test
  void aSinkThatBreaksItsContractIsNotWrittenToAnyMore() throws Exception {
    for (Exception breach :
        List.of(
            new IllegalStateException("closed by somebody"),
            new RecordRejectedException(FakeSink.FAULT, 99, null))) {
      Rig rig = Rig.of();
      rig.sink.faults.add(breach);
      emitMany(rig, 4);

      rig.drain();

      assertThat(rig.count(WEB, Fate.FAILED)).isEqualTo(4);
      assertThat(rig.pipeline.stats().sink().state()).isEqualTo(SinkState.STOPPED);
    }
  }

  @Test
  void whatWasStoredIsSyncedByTheClock() throws Exception {
    Rig rig = Rig.of();
    emitMany(rig, 4);
    rig.pass(Duration.ZERO);
    rig.pass(Duration.ofMillis(999));
    assertThat(rig.sink.syncCount).isZero();

    rig.pass(Duration.ofMillis(1));
    rig.pass(Duration.ofMinutes(1));

    assertThat(rig.sink.syncCount).isEqualTo(1);
  }

  @Test
  void maintenanceRunsByTheClock() throws Exception {
    Rig rig = Rig.of();

    rig.pass(Duration.ofSeconds(9));
    assertThat(rig.sink.maintainCount).isZero();
    rig.pass(Duration.ofSeconds(1));

    assertThat(rig.sink.maintainCount).isEqualTo(1);
  }

  @Test
  void aRecordIsStoredAsItWasEmitted() throws Exception {
    Rig rig = Rig.of();
    LogRecord record = rig.record(WEB, Severity.ERROR, "\u0000\u00ff");
    rig.pipeline.emit(record);

    rig.drain();

    assertThat(rig.sink.store.records()).containsExactly(record);
  }
}
