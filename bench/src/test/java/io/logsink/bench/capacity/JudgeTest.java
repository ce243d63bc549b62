package io.logsink.bench.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.pipeline.PipelineStats.SinkState;
import org.junit.jupiter.api.Test;

final class JudgeTest {
  private final Judge judge = new Judge(CapacityLimits.DEFAULT);

  @Test
  void aLoadThatIsInTimeHeld() {
    Trial trial = judge.judge(Loads.GOOD.result());

    assertThat(trial.verdict()).isEqualTo(Verdict.HELD);
    assertThat(trial.rate()).isEqualTo(Loads.RATE);
    assertThat(trial.reason()).isEqualTo("p99 visible 100.0 ms");
  }

  @Test
  void oneDroppedRecordIsTooMany() {
    assertThat(judge.judge(Loads.GOOD.withDropped(1).result()).verdict())
        .isEqualTo(Verdict.DROPPED);
  }

  @Test
  void theLimitOfVisibleRecordsMayBeReachedAndNotPassed() {
    assertThat(verdict(Loads.GOOD.withVisible(1_000, 0))).isEqualTo(Verdict.HELD);
    assertThat(verdict(Loads.GOOD.withVisible(1_001, 0))).isEqualTo(Verdict.LATE);
  }

  @Test
  void recordsThatAreLaterAndLaterAreASignOfMoreThanItTakes() {
    // Half of 5 % of the 7.5 s between the middles of the first and the last quarter.
    assertThat(verdict(Loads.GOOD.withVisible(300, 187))).isEqualTo(Verdict.HELD);
    assertThat(verdict(Loads.GOOD.withVisible(300, 188))).isEqualTo(Verdict.BEHIND);
  }

  @Test
  void whereTheGeneratorWasLateNothingIsSaidOfTheStore() {
    Loads slow = Loads.GOOD.withSending(900, 1).withDropped(7);
    Trial trial = judge.judge(slow.result());

    assertThat(trial.verdict()).isEqualTo(Verdict.GENERATOR);
    assertThat(trial.reason())
        .contains("at 1,000 records/s the generator reached only 900 records/s");
    assertThat(verdict(Loads.GOOD.withSending(Loads.RATE, 501))).isEqualTo(Verdict.GENERATOR);
    assertThat(verdict(Loads.GOOD.withSending(Loads.RATE, 500))).isEqualTo(Verdict.HELD);
  }

  @Test
  void whatIsNotAccountedForBreaksTheSearch() {
    Trial trial = judge.judge(Loads.GOOD.with(SinkState.WRITING, "3 are missing").result());

    assertThat(trial.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(trial.reason()).isEqualTo("3 are missing");
    assertThat(judge.judge(Loads.GOOD.with(SinkState.STOPPED).result()).reason())
        .contains("disk on fire");
  }

  private Verdict verdict(Loads load) {
    return judge.judge(load.result()).verdict();
  }
}
