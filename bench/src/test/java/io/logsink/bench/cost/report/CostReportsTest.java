package io.logsink.bench.cost.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import io.logsink.api.Capabilities;
import io.logsink.api.Durability;
import io.logsink.bench.Contender;
import io.logsink.bench.Contenders;
import io.logsink.bench.Figure;
import io.logsink.bench.cost.ContenderCosts;
import io.logsink.bench.cost.CostPlan;
import io.logsink.bench.cost.CostResult;
import io.logsink.bench.document.Bars;
import io.logsink.bench.document.Document;
import io.logsink.bench.document.MarkdownDocument;
import io.logsink.bench.document.Range;
import io.logsink.bench.document.Section;
import io.logsink.bench.document.TextDocument;
import io.logsink.bench.document.Unit;
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

final class CostReportsTest {
  private static final CostResult RESULT =
      new CostResult(
          Instant.parse("2026-03-10T12:00:00Z"),
          Duration.ofMinutes(6),
          new MachineProfile("Abacus 3", 2, 1L << 34, "Mac", "apfs", 400_000, "JVM", 1 << 30, "a"),
          new Workload("a test", Lines.many(10), 0, true),
          new CostPlan(
              Path.of("x"), 2, 1_000, new StretchLimits(Duration.ofSeconds(5), 1 << 20), 200_000),
          List.of(
              costs(
                  Contenders.floors().getFirst(),
                  Durability.VOLATILE,
                  Map.of(Measure.CPU, figure(1e8))),
              costs(
                  new Contender("lmdb", new LmdbBackend(), new LmdbBackend().defaultSettings()),
                  Durability.PROCESS_CRASH,
                  Map.of(
                      Measure.CPU, figure(1e9, 2e9),
                      Measure.RECOVERY, figure(5e6),
                      Measure.DROP_MAX, figure(7e6)))),
          new TreeMap<>(Map.of(Measure.DEVICE, "absent: this system has no /proc/self/io to read")),
          Map.of("rotfile", "no such luck"));

  private static final Document PAGE = CostPage.of(RESULT, "./logsink bench costs");

  @Test
  void theMarkdownIsGroupedByPromiseAndSaysWhatIsAbsent() {
    assertThat(new MarkdownDocument(PAGE).toString())
        .startsWith("# What the stores cost\n\n    ./logsink bench costs\n\nRun `costs-")
        .contains("\n- rotfile FAILED: no such luck\n")
        .containsSubsequence(
            "\n## Costs: append and sync survive a crash of the process (PROCESS_CRASH)\n",
            "| lmdb | 1.50 (1.00-2.00) |",
            "| recovery ms |",
            "| longest ms, dropping |",
            "\n## Costs: floors, which no store can outdo\n",
            "| noop |",
            "\n## What has to be known of the figures\n",
            "\n- device B per B: absent: this system has no /proc/self/io to read\n",
            "- lmdb: open is warm\n");
  }

  @Test
  void aTerminalShowsTheVerdictAndTheTables() {
    assertThat(new TextDocument(PAGE).toString())
        .startsWith(
            "rotfile FAILED: no such luck\nappend and sync survive a crash of the process"
                + " (PROCESS_CRASH): seconds of CPU per million records of lmdb (1.50) alone\n")
        .contains("recovery ms")
        .doesNotContain("How it was measured", "open is warm");
  }

  @Test
  void barsAreTheCostsOfOnePromise() {
    assertThat(PAGE.sections())
        .flatExtracting(Section::parts)
        .contains(
            new Bars(
                "CPU for a million records: append and sync survive a crash of the process"
                    + " (PROCESS_CRASH)",
                Unit.NANOS,
                false,
                List.of(new Range("lmdb", 1.5e9, 1e9, 2e9))));
  }

  @Test
  void theJsonCanBeParsedAndHasItAll() {
    Config json =
        ConfigFactory.parseString(
            new CostJson(RESULT, "./logsink bench costs").toString(),
            ConfigParseOptions.defaults().setSyntax(ConfigSyntax.JSON));

    assertThat(json.getInt("schema")).isEqualTo(1);
    assertThat(json.getString("kind")).isEqualTo("costs");
    assertThat(json.getString("id")).startsWith("costs-20260310").isEqualTo(PAGE.id());
    assertThat(json.getLong("plan.killCount")).isEqualTo(200_000);
    assertThat(json.getString("absent.deviceBytesPerByte")).startsWith("absent: ");
    assertThat(json.getString("failures.rotfile")).isEqualTo("no such luck");
    Config lmdb = json.getConfigList("contenders").get(1);
    assertThat(lmdb.getString("label")).isEqualTo("lmdb");
    assertThat(lmdb.getStringList("notes")).containsExactly("open is warm");
    assertThat(lmdb.getDouble("figures.recoveryNanos.median")).isEqualTo(5e6);
    assertThat(json.getConfigList("contenders").getFirst().getBoolean("floor")).isTrue();
  }

  private static ContenderCosts costs(
      Contender contender, Durability durability, Map<Measure, Figure> figures) {
    return new ContenderCosts(
        contender,
        Capabilities.least().withDurability(durability, durability),
        Map.of(),
        figures,
        contender.isFloor() ? Set.of() : Set.of("open is warm"));
  }

  private static Figure figure(double... rounds) {
    return new Figure(Arrays.stream(rounds).boxed().toList());
  }
}
