package io.logsink.bench.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.logsink.bench.Contender;
import io.logsink.bench.Contenders;
import io.logsink.bench.lines.Workload;
import io.logsink.bench.stretch.Lines;
import io.logsink.bench.stretch.Measure;
import io.logsink.bench.stretch.StretchLimits;
import io.logsink.lmdb.LmdbBackend;
import io.logsink.ring.RingBackend;
import io.logsink.sqlite.SqliteBackend;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CostBenchTest {
  private static final StretchLimits SHORT = new StretchLimits(Duration.ofMillis(50), 1 << 20);

  @TempDir private Path folder;
  private final List<String> said = new ArrayList<>();

  @Test
  void everyContenderIsFilledOpenedKilledAndMadeToDropWindows() throws Exception {
    List<Contender> all = new ArrayList<>(Contenders.floors());
    all.addAll(Contenders.of(new SqliteBackend(), new SqliteBackend().defaultSettings()));
    all.addAll(Contenders.of(new LmdbBackend(), new LmdbBackend().defaultSettings()));
    all.addAll(Contenders.of(new RingBackend(), new RingBackend().defaultSettings()));
    CostResult result = run(all);

    assertThat(result.failures()).isEmpty();
    assertThat(result.results())
        .extracting(member -> member.contender().label())
        .containsExactly("noop", "raw-file", "sqlite-wal", "sqlite-delete", "lmdb", "ring");
    assertThat(result.results())
        .allSatisfy(member ->
            assertThat(member.figures())
                .containsKeys(Measure.RECORDS, Measure.CPU, Measure.ALLOCATED));
    assertThat(result.results().subList(0, 2))
        .allSatisfy(floor ->
            assertThat(floor.figures())
                .doesNotContainKeys(Measure.OPEN, Measure.RECOVERY, Measure.DROPPED));
    assertThat(result.results().subList(2, 5))
        .allSatisfy(member -> {
          assertThat(member.figures()).containsKeys(Measure.OPEN, Measure.CALM_P99, Measure.DISK);
          assertThat(max(member, Measure.LOST))
              .as("%s promises what it has appended", member.contender().label())
              .isZero();
          assertThat(max(member, Measure.RECOVERED)).isGreaterThanOrEqualTo(2_000);
        });
    assertThat(result.results().getLast().figures())
        .containsKey(Measure.RECOVERY)
        .doesNotContainKey(Measure.CALM_P99);
    assertThat(folder).isEmptyDirectory();
    assertThat(said).contains("warming up: noop", "round 1 of 1: raw-file");
  }

  @Test
  void aPlanNeedsARoundAndARecord() {
    assertThatThrownBy(() -> new CostPlan(folder, 0, 100, SHORT, 1))
        .hasMessage("rounds must be 1 or more, not 0");
    assertThatThrownBy(() -> new CostPlan(folder, 1, 100, SHORT, 0)).hasMessageContaining("not 0");
  }

  private static double max(ContenderCosts member, Measure measure) {
    return Objects.requireNonNull(member.figures().get(measure)).max();
  }

  private CostResult run(List<Contender> all) throws IOException {
    Workload workload = new Workload("a test", Lines.many(3_000), 0, true);
    return new CostBench(
            new CostPlan(folder, 1, 500, SHORT, 2_000),
            workload,
            all,
            (what, done, left) -> said.add(what))
        .run();
  }
}
