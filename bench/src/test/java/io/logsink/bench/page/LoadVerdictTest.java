package io.logsink.bench.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.bench.capacity.Loads;
import io.logsink.bench.load.IdCheck;
import io.logsink.pipeline.Fate;
import io.logsink.pipeline.PipelineStats.SinkState;
import io.logsink.pipeline.SourceStats;
import io.logsink.pipeline.Tally;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LoadVerdictTest {
  @Test
  void saysThatNothingWasDropped() {
    assertThat(sentences(Loads.GOOD))
        .containsExactly(
            "made at 1,000 records/s of w for 10.00 s: nothing was dropped",
            "99 of 100 records were accepted within 1.00 ms, visible within 100 ms",
            "every record is accounted for: 10,000 sent, 10,000 stored, 0 lost and counted");
  }

  @Test
  void saysWhatRetentionHasTaken() {
    assertThat(LoadVerdict.sentence(new IdCheck(10_000, 9_900, 100, true, 900, 9_000, List.of())))
        .isEqualTo(
            "every record is accounted for: 10,000 sent, 9,900 stored, 100 lost and counted;"
                + " retention has taken 9,000 entries since, and 900 records were read back");
  }

  @Test
  void saysHowManyWereDropped() {
    assertThat(sentences(Loads.GOOD.withDropped(120)).getFirst())
        .startsWith(
            "made at 1,000 records/s of w for 10.00 s: 120 of 10,000 records were dropped (1.2 %)");
  }

  @Test
  void saysThatTheProducersWereTheBound() {
    assertThat(sentences(Loads.GOOD.withSending(981, 1)).getFirst())
        .contains("nothing was dropped");
    assertThat(sentences(Loads.GOOD.withSending(979, 1)).getFirst())
        .startsWith("the producers reached only 979 records/s of 1,000 records/s");
  }

  @Test
  void saysWhatIsNotAccountedFor() {
    assertThat(sentences(Loads.GOOD.with(SinkState.WRITING, "a: 3 are missing")))
        .contains(
            "NOT every record is accounted for: 10,000 sent, 10,000 stored, 0 lost and counted",
            "wrong: a: 3 are missing");
  }

  @Test
  void namesEachReasonForALoss() {
    SourceStats account =
        new SourceStats(
            new Tally(1_300, 0),
            Map.of(
                Fate.STORED, new Tally(50, 0),
                Fate.OVERFLOWED, new Tally(1_234, 0),
                Fate.RATE_LIMITED, new Tally(16, 0)),
            Tally.ZERO,
            0,
            Duration.ZERO);

    assertThat(LoadVerdict.losses(account)).isEqualTo("rate-limited 16, overflowed 1,234");
    assertThat(LoadVerdict.losses(SourceStats.ZERO)).isEmpty();
  }

  private static List<String> sentences(Loads loads) {
    return new LoadVerdict(loads.result()).sentences();
  }
}
