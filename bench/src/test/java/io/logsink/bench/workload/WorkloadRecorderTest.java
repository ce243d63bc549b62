package io.logsink.bench.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.logsink.api.record.Source;
import io.logsink.bench.PipelineSnapshots;
import io.logsink.pipeline.LogPipeline;
import io.logsink.pipeline.PipelineStats;
import io.logsink.pipeline.PipelineStats.SinkState;
import io.logsink.pipeline.SourceStats;
import io.logsink.pipeline.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class WorkloadRecorderTest {
  private static final Instant START = Instant.parse("2026-03-10T12:00:00Z");

  @Test
  void twoSnapshotsGiveRatesAndLengths() {
    WorkloadPlan plan =
        WorkloadRecorder.of(
            "mine",
            List.of(
                stats(0, Map.of("pty:web", 1_000L, "sysmon", 50L)),
                stats(100, Map.of("pty:web", 3_000L, "sysmon", 100L, "rpc", 10L))));

    assertThat(plan.producers().keySet()).containsExactly("pty:web", "rpc", "sysmon");
    assertThat(plan.producers().get("pty:web"))
        .isEqualTo(
            new ProducerPlan(
                "pty:web",
                20,
                BurstPlan.NONE,
                LinesPlan.DEFAULT.withLength(LengthPlan.DEFAULT.withMeanBytes(80))));
    assertThat(producer(plan, "rpc").rate()).isEqualTo(0.1);
    assertThat(plan.readers())
        .extractingByKey("follow")
        .isEqualTo(ReaderPlan.of(ReaderKind.NEWEST).withSources("pty:web"));
    assertThat(Workloads.of("mine", WorkloadFile.write(plan))).isEqualTo(plan);
  }

  @Test
  void burstsAreToldApartAndTheMeanStays() {
    List<PipelineStats> snapshots = new ArrayList<>();
    long count = 0;
    for (int second = 0; second <= 100; second++) {
      snapshots.add(stats(second, Map.of("pty:build", count)));
      count += second % 25 == 10 ? 5_050 : 50;
    }
    ProducerPlan build = producer(WorkloadRecorder.of("b", snapshots), "pty:build");

    assertThat(build.burst()).isEqualTo(new BurstPlan(5_000, Duration.ofSeconds(25)));
    assertThat(build.rate()).isEqualTo(50, within(1e-6));
  }

  @Test
  void aSourceThatIsAlmostEvenHasNoBursts() {
    List<PipelineStats> snapshots = new ArrayList<>();
    long count = 0;
    for (int second = 0; second <= 20; second++) {
      snapshots.add(stats(second, Map.of("pty:web", count)));
      count += 100 + 30 * (second % 3);
    }

    assertThat(producer(WorkloadRecorder.of("b", snapshots), "pty:web").burst())
        .isEqualTo(BurstPlan.NONE);
  }

  @Test
  void thePipelinesOwnRecordsAreNobodysWork() {
    PipelineStats first = stats(0, Map.of("a", 1L));
    PipelineStats last = stats(5, Map.of("a", 9L, LogPipeline.OWN_SOURCE.name(), 4L));

    assertThat(WorkloadRecorder.of("own", List.of(first, last)).producers()).containsOnlyKeys("a");
  }

  @Test
  void snapshotsThatSayNothingAreRefused() {
    PipelineStats first = stats(0, Map.of("a", 5L));

    assertThatThrownBy(() -> WorkloadRecorder.of("one", List.of(first)))
        .hasMessageContaining("two snapshots or more, not 1");
    assertThatThrownBy(() -> WorkloadRecorder.of("idle", List.of(first, stats(5, Map.of("a", 5L)))))
        .hasMessageContaining("nothing was emitted");
    assertThatThrownBy(() -> WorkloadRecorder.of("back", List.of(first, stats(5, Map.of("a", 4L)))))
        .hasMessageContaining("not of one pipeline");
    assertThatThrownBy(() -> WorkloadRecorder.of("same", List.of(first, stats(0, Map.of("a", 9L)))))
        .hasMessageContaining("not of one pipeline");
  }

  private static ProducerPlan producer(WorkloadPlan plan, String name) {
    return Objects.requireNonNull(plan.producers().get(name));
  }

  /** Bodies of 80 bytes. */
  private static PipelineStats stats(int second, Map<String, Long> emitted) {
    SortedMap<Source, SourceStats> sources = new TreeMap<>();
    emitted.forEach((name, count) ->
        sources.put(
            Source.of(name),
            new SourceStats(new Tally(count, 80 * count), Map.of(), Tally.ZERO, 0, Duration.ZERO)));
    return PipelineSnapshots.of(START.plusSeconds(second), sources, SinkState.WRITING);
  }
}
