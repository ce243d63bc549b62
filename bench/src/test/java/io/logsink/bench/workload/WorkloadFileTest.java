package io.logsink.bench.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.logsink.config.ConfigException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class WorkloadFileTest {
  private static final String ALL =
      """
      logsink.workload {
        description = "everything"
        warm-up = 250ms
        duration = 3s
        store { window { max-bytes = 4MiB }, retention { max-age = 1h, max-bytes = 16MiB } }
        producers {
          web {
            source = "pty:web"
            rate = 12.5
            burst { size = 40, every = 200ms }
            lines { kind = path, path = "/var/log/x", count = 7 }
          }
          text { source = rpc, lines { seed = 3, length { mean-bytes = 90, spread = 0, max-bytes = 1KiB } } }
        }
        readers {
          back { kind = page-back, every = 20ms, sources = "pty:*", limit = 10, page-count = 3 }
          find { kind = words, words = "Broken pipe", within = 5m }
        }
      }
      """;

  @TempDir private Path folder;

  @Test
  void readsEveryKeyAndTakesDefaultsForTheRest() throws Exception {
    Path file = Files.writeString(folder.resolve("mine.conf"), ALL);
    WorkloadPlan plan = WorkloadFile.read(file);
    ProducerPlan web = plan.producers().get("web");

    assertThat(plan.name()).isEqualTo("mine");
    assertThat(plan.settings().warmUp()).isEqualTo(Duration.ofMillis(250));
    assertThat(plan.settings().store().window())
        .isEqualTo(new StoreLimits.Bound(Duration.ZERO, 4 << 20));
    assertThat(plan.settings().store().retention())
        .isEqualTo(new StoreLimits.Bound(Duration.ofHours(1), 16 << 20));
    assertThat(web)
        .isEqualTo(
            new ProducerPlan(
                "pty:web",
                12.5,
                new BurstPlan(40, Duration.ofMillis(200)),
                new LinesPlan(LineKind.PATH, Path.of("/var/log/x"), "", 1, 7, LengthPlan.DEFAULT)));
    assertThat(Objects.requireNonNull(plan.producers().get("text")).lines().length())
        .isEqualTo(new LengthPlan(90, 0, 1024));
    assertThat(Objects.requireNonNull(plan.readers().get("find")).every())
        .isEqualTo(ReaderPlan.DEFAULT.every());
    assertThat(plan.rate()).isEqualTo(12.5 + 200 + 10);
  }

  @Test
  void whatIsWrittenReadsBackAsTheSame() {
    WorkloadPlan plan = Workloads.of("all", ALL);

    assertThat(Workloads.of("all", WorkloadFile.write(plan))).isEqualTo(plan);
  }

  @Test
  void saysEverythingThatIsWrongWithItsLine() {
    String wrong =
        """
        logsink.workload {
          duration = 3
          producer {}
          producers {
            web { sorce = "pty:web", rate = -1, lines { kind = acess } }
            bad { source = logsink, burst { every = 1us } }
          }
          readers { find { words = "!!", every = 0s } }
        }
        """;

    assertThatThrownBy(() -> Workloads.of("mine", wrong))
        .isInstanceOfSatisfying(
            ConfigException.class,
            e ->
                assertThat(e.problems())
                    .anyMatch(line ->
                        line.matches(".*mine.conf:2: logsink.workload.duration must be a time.*"))
                    .anyMatch(line ->
                        line.contains(
                            "unknown key logsink.workload.producer, did you mean producers?"))
                    .anyMatch(line ->
                        line.matches(
                            ".*mine.conf:5: unknown key .*web.sorce, did you mean source.*"))
                    .anyMatch(line ->
                        line.contains("web.lines.kind") && line.contains("did you mean access"))
                    .anyMatch(line -> line.contains("web.rate must be 0 to 100000000"))
                    .anyMatch(line -> line.contains("bad.source must be another name"))
                    .anyMatch(line -> line.contains("bad.burst.every must be 10 ms to 1 day"))
                    .anyMatch(line -> line.contains("find.every must be 1 ms to 1 day")));
  }

  @Test
  void aMistakeOfTheWholeIsSaidToo() {
    assertThatThrownBy(() -> Workloads.of("none", "logsink.workload { producers {} }"))
        .hasMessageContaining("none.conf has no producer");
    assertThatThrownBy(() -> Workloads.of("two", "logsink.workload { producers { a {}, b {} } }"))
        .hasMessageContaining("workload.producers must be producers of different sources");
    assertThatThrownBy(() -> Workloads.of("bare", "producers {}"))
        .hasMessageContaining("unknown key producers");
    assertThatThrownBy(() -> WorkloadFile.read(folder.resolve("none.conf")))
        .hasMessageContaining("none.conf");
  }

  @Test
  void theBackendsMayBeSetInTheSameFile() {
    String both = "logsink { ring.retention.max-bytes = 4MiB, workload.producers { a {} } }";

    assertThat(Workloads.of("both", both).producers()).containsOnlyKeys("a");
  }

  static List<String> shipped() {
    return ShippedWorkloads.names();
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void whatShipsCanBeReadAndIsInTheDocs(String name) throws Exception {
    WorkloadPlan plan = ShippedWorkloads.load(name);

    assertThat(plan.readers()).isNotEmpty();
    assertThat(plan.settings().description()).isNotEmpty();
    assertThat(Workloads.of(name, WorkloadFile.write(plan))).isEqualTo(plan);
    String rate = String.format(Locale.ROOT, "%,d", Math.round(plan.rate()));
    assertThat(Files.readString(Path.of("../docs/workloads/README.md")))
        .contains("| `%s` | %s |".formatted(name, rate));
  }

  @Test
  void aNameThatDoesNotShipIsRefusedWithThoseThatDo() {
    assertThatThrownBy(() -> ShippedWorkloads.load("cibuild"))
        .hasMessageContaining("did you mean ci-build?");
  }
}
