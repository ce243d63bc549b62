package io.logsink.bench.cost.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.api.Capabilities;
import io.logsink.api.Durability;
import io.logsink.bench.Contender;
import io.logsink.bench.Contenders;
import io.logsink.bench.Figure;
import io.logsink.bench.cost.ContenderCosts;
import io.logsink.bench.cost.CostPlan;
import io.logsink.bench.cost.CostResult;
import io.logsink.bench.lines.Workload;
import io.logsink.bench.machine.MachineProfile;
import io.logsink.bench.stretch.Lines;
import io.logsink.bench.stretch.Measure;
import io.logsink.bench.stretch.StretchLimits;
import io.logsink.lmdb.LmdbBackend;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class CostVerdictTest {
  @Test
  void namesWhoTakesLeastBeyondNoiseOfAllOthers() {
    assertThat(sentences(disk("a", 0.5, 0.6), disk("b", 0.3, 0.4), disk("c", 0.7, 0.8)))
        .containsExactly(
            "append and sync survive a crash of the process (PROCESS_CRASH): bytes on disk per"
                + " byte least with b (0.350), then a (0.550)");
  }

  @Test
  void whoReachesIntoTheLeastIsNotToldFromIt() {
    assertThat(sentences(disk("a", 0.4, 0.6), disk("b", 0.3, 0.4), disk("c", 0.41, 0.8)))
        .containsExactly(
            "append and sync survive a crash of the process (PROCESS_CRASH): bytes on disk per"
                + " byte within noise: b (0.350), a (0.500)");
  }

  @Test
  void nothingIsSaidAcrossPromises() {
    assertThat(
            sentences(
                member("a", Durability.PROCESS_CRASH, Measure.DISK, 0.5),
                member("b", Durability.POWER_LOSS, Measure.DISK, 0.1),
                member("c", Durability.POWER_LOSS, Measure.CPU, 2e9),
                member("d", Durability.POWER_LOSS, Measure.CPU, 1e9)))
        .containsExactly(
            "append and sync survive a loss of power (POWER_LOSS): bytes on disk per byte of b"
                + " (0.100) alone; seconds of CPU per million records least with d (1.00), then c"
                + " (2.00)",
            "append and sync survive a crash of the process (PROCESS_CRASH): bytes on disk per"
                + " byte of a (0.500) alone");
  }

  @Test
  void aFloorTakesNoPart() {
    assertThat(
            sentences(
                costs(Contenders.floors().getFirst(), Durability.VOLATILE, Measure.DISK, 0.1)))
        .isEmpty();
  }

  private static ContenderCosts disk(String label, double... rounds) {
    return member(label, Durability.PROCESS_CRASH, Measure.DISK, rounds);
  }

  private static ContenderCosts member(
      String label, Durability durability, Measure measure, double... rounds) {
    return costs(
        new Contender(label, new LmdbBackend(), new LmdbBackend().defaultSettings()),
        durability,
        measure,
        rounds);
  }

  private static ContenderCosts costs(
      Contender contender, Durability durability, Measure measure, double... rounds) {
    return new ContenderCosts(
        contender,
        Capabilities.least().withDurability(durability, durability),
        Map.of(),
        Map.of(measure, new Figure(Arrays.stream(rounds).boxed().toList())),
        Set.of());
  }

  private static List<String> sentences(ContenderCosts... members) {
    return new CostVerdict(
            new CostResult(
                Instant.EPOCH,
                Duration.ofMinutes(6),
                new MachineProfile(
                    "Abacus 3", 2, 1L << 34, "Mac", "apfs", 400_000, "JVM", 1 << 30, "a"),
                new Workload("a test", Lines.many(10), 0, true),
                new CostPlan(
                    Path.of("x"), 2, 1_000, new StretchLimits(Duration.ofSeconds(5), 1), 1),
                List.of(members),
                new TreeMap<>(),
                Map.of()))
        .sentences();
  }
}
