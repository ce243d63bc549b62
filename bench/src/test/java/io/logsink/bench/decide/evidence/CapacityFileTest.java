package io.logsink.bench.decide.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.logsink.api.Durability;
import io.logsink.bench.Contenders;
import io.logsink.bench.Promise;
import io.logsink.bench.capacity.Capacity.Outcome;
import io.logsink.bench.capacity.CapacityBench;
import io.logsink.bench.capacity.CapacityLimits;
import io.logsink.bench.capacity.CapacityPlan;
import io.logsink.bench.capacity.CapacityResult;
import io.logsink.bench.report.CapacityReport;
import io.logsink.bench.workload.Workloads;
import io.logsink.config.BackendCatalogue;
import io.logsink.config.ConfigSources;
import io.logsink.config.LogSinkConfig;
import io.logsink.pipeline.PipelineSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CapacityFileTest {
  private static final Path EXAMPLE =
      Path.of(System.getProperty("logsink.root"), "docs", "decide", "capacity.json");

  @TempDir private Path folder;

  /** A rate so low that any machine holds it, or the trial says that it could not tell. */
  @Test
  void readsWhatACapacitySearchWrites() throws Exception {
    CapacityResult result = search();
    Path file = folder.resolve("capacity.json");
    Files.writeString(file, new CapacityReport(result, "./logsink x").toString());
    CapacityRun run = CapacityFile.read(file);

    assertThat(run.id()).isEqualTo(new CapacityReport(result, "./logsink x").id());
    assertThat(run.workload()).isEqualTo(result.plan().workload().name());
    assertThat(run.machine()).isEqualTo(result.machine());
    assertThat(CapacityFile.machine(file)).isEqualTo(result.machine());
    assertThat(run.cells()).hasSize(1);
    MeasuredStore store = run.cells().getFirst();
    assertThat(store.label()).isEqualTo("lmdb");
    assertThat(store.outcome()).isEqualTo(result.cells().getFirst().capacity().outcome());
    assertThat(store.rate()).isEqualTo(result.cells().getFirst().capacity().rate());
    assertThat(store.held().isPresent()).isEqualTo(result.cells().getFirst().held().isPresent());
    assertThat(store.visibleLimit()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void saysForWhatThereIsARate() throws Exception {
    CapacityRun run = CapacityFile.read(EXAMPLE);
    String workload = run.workload();

    assertThat(run.rateOf(workload, "lmdb", true)).isPositive();
    assertThatThrownBy(() -> run.rateOf("other", "lmdb", true))
        .hasMessageContaining(
            "example-1 is a capacity for the workload three-producers, not other");
    assertThatThrownBy(() -> run.rateOf(workload, "lmbd", true))
        .hasMessageContaining("has nothing of lmbd with readers; there are ")
        .hasMessageContaining("lmdb with readers");
  }

  private CapacityResult search() throws Exception {
    LogSinkConfig config =
        LogSinkConfig.load(
            ConfigSources.none().withDefaultBackend("lmdb"), BackendCatalogue.find());
    CapacityLimits limits = new CapacityLimits(Duration.ofMinutes(1), 1, 10, 20, 1, 5);
    CapacityPlan plan =
        new CapacityPlan(
            Workloads.of(
                "w",
                "logsink.workload { warm-up = 0s, duration = 200ms, producers { a { rate = 100,"
                    + " lines { count = 10 } } } }"),
            limits,
            PipelineSettings.DEFAULT,
            List.of(false),
            folder.resolve("stores"));
    return new CapacityBench(
            plan, Contenders.chosen(Contenders.of(config), List.of("lmdb")), (_, _, _) -> {})
        .run();
  }

  @Test
  void readsTheExample() throws Exception {
    CapacityRun run = CapacityFile.read(EXAMPLE);
    MeasuredStore wal = run.cells().get(1);

    assertThat(run.id()).isEqualTo("example-1");
    assertThat(wal.label()).isEqualTo("sqlite-wal");
    assertThat(wal.withReaders()).isTrue();
    assertThat(wal.outcome()).isEqualTo(Outcome.FOUND);
    assertThat(wal.rate()).isEqualTo(12_000);
    assertThat(wal.held().orElseThrow().meanBytes()).isEqualTo(110);
    assertThat(wal.held().orElseThrow().diskPerByte()).hasValue(1.5);
    assertThat(wal.held().orElseThrow().promise())
        .isEqualTo(new Promise(Durability.PROCESS_CRASH, Durability.POWER_LOSS));
    assertThat(wal.keepsTo(Duration.ofMillis(240))).isTrue();
    assertThat(wal.keepsTo(Duration.ofMillis(239))).isFalse();
  }

  @Test
  void saysWhatIsWrongInAFile() throws Exception {
    assertThatThrownBy(() -> CapacityFile.read(folder.resolve("none")))
        .hasMessage("there is no file " + folder.resolve("none"));
    assertRefused(
        "{\"kind\":\"load\"}", " is of kind \"load\"; give the JSON of a capacity search");
    assertRefused("{}", " has no field \"kind\"");
    assertRefused(
        "{\"kind\":\"capacity\",\"schema\":2}",
        " has schema 2, and 1 is known here; measure again with this version");
    String example = Files.readString(EXAMPLE);
    assertRefused(
        example.replaceFirst("\"rate\": 1400.0", "\"rate\": \"much\""),
        ": cells[0]: rate must be a number, not \"much\"");
    assertRefused(
        example.replaceFirst("\"outcome\": \"FOUND\"", "\"outcome\": \"LOST\""),
        ": cells[0]: outcome must be one of [FOUND, AT_LEAST, NONE, UNSURE, BROKEN], not \"LOST\"");
  }

  private void assertRefused(String text, String message) throws Exception {
    Path file = Files.writeString(folder.resolve("wrong.json"), text);
    assertThatThrownBy(() -> CapacityFile.read(file)).hasMessage(file + message);
  }

  @Test
  void readsWhatAComparisonSaysOfTheDisk() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("bench.json"),
            """
            {"contenders": [
              {"label": "lmdb", "figures": {"diskBytesPerByte": {"median": 0.5}, "sealedDiskBytesPerByte": {"median": 0.25}}},
              {"label": "ring", "figures": {"diskBytesPerByte": {"median": 0.75}}},
              {"label": "noop", "figures": {}}]}
            """);
    DiskCosts costs = DiskCosts.read(file);

    assertThat(costs.of("lmdb")).hasValue(0.25);
    assertThat(costs.of("ring")).hasValue(0.75);
    assertThat(costs.of("noop")).isEmpty();
  }
}
