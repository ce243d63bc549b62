package io.logsink.pipeline.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.pipeline.SourceStats;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class StatsLineTest {
  private static final Map<String, String> FULL =
      Pairs.of(StatsLine.of("full", Samples.full(2), Samples.full(1).total()));

  @Test
  void hasTheDepthAndItsPartOfTheBound() {
    assertThat(FULL)
        .containsEntry("queued_records", "1")
        .containsEntry("in_hand_records", "2")
        .containsEntry("held_records", "3")
        .containsEntry("weight_bytes", "131072")
        .containsEntry("weight_percent", "12.5")
        .containsEntry("oldest_seconds", "1.5");
  }

  /** Four sources of 1,000 to 4,000 and the number of the fate, twice that in the second line. */
  @Test
  void hasWhatWasDroppedSinceTheLineBeforeAndInTotal() {
    assertThat(FULL)
        .containsEntry("dropped_overflowed_total", "20016")
        .containsEntry("dropped_overflowed", "10000")
        .containsEntry("dropped_total", String.valueOf(6 * 20_000 + 4 * (1 + 2 + 3 + 4 + 5 + 6)))
        .containsEntry("dropped", "60000");
  }

  @Test
  void hasRatesLatenciesAndLimitsInSecondsAndBytes() {
    assertThat(FULL)
        .containsEntry("emitted_per_second_1m", "10000") // 10,002 in four digits
        .containsEntry("append_seconds_p50", "0.004")
        .containsEntry("append_seconds_p99", "0.006")
        .containsEntry("batch_records_p99", "43")
        .containsEntry("batch_max_delay_seconds", "0.25")
        .containsEntry("max_record_bytes", "524288");
  }

  @Test
  void namesTheSourcesThatEmitMost() {
    assertThat(FULL)
        .containsEntry("top1", "logsink")
        .containsEntry("top1_per_second_1m", "4001") // 4,000.5
        .containsEntry("top2", Samples.ODD.name())
        .containsEntry("top3", "pty:db")
        .doesNotContainKey("top4");
  }

  @Test
  void isOneLineWhateverWentWrong() {
    assertThat(FULL).containsEntry("last_fault", "disk \"full\"\nat /x");
    assertThat(StatsLine.of("full", Samples.full(1), SourceStats.ZERO)).doesNotContain("\n");
  }

  @Test
  void leavesOutWhatNeverHappened() {
    Map<String, String> idle = Pairs.of(StatsLine.of("my sink", Samples.idle(), SourceStats.ZERO));

    assertThat(idle)
        .containsEntry("sink", "my sink")
        .containsEntry("dropped_total", "0")
        .containsEntry("emitted_per_second_15m", "0")
        .doesNotContainKeys("dropped_failed", "dropped_failed_total", "top1", "last_fault");
  }
}
