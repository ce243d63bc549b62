package io.logsink.bench.matrix.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import io.logsink.api.Capabilities;
import io.logsink.api.Durability;
import io.logsink.bench.Figure;
import io.logsink.bench.document.Bars;
import io.logsink.bench.document.Document;
import io.logsink.bench.document.MarkdownDocument;
import io.logsink.bench.document.Range;
import io.logsink.bench.document.Section;
import io.logsink.bench.document.TextDocument;
import io.logsink.bench.document.Unit;
import io.logsink.bench.lines.Workload;
import io.logsink.bench.machine.MachineProfile;
import io.logsink.bench.matrix.Cell;
import io.logsink.bench.matrix.CellResult;
import io.logsink.bench.matrix.Cells;
import io.logsink.bench.matrix.Factor;
import io.logsink.bench.matrix.MatrixPlan;
import io.logsink.bench.matrix.MatrixResult;
import io.logsink.bench.stretch.Lines;
import io.logsink.bench.stretch.Measure;
import io.logsink.bench.stretch.ReaderQuestions;
import io.logsink.bench.stretch.StretchLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MatrixReportsTest {
  private static final MatrixResult RESULT =
      result(
          member("noop-1000", Durability.VOLATILE, 9e6, 8e6),
          member("wal-normal-1000", Durability.PROCESS_CRASH, 100_000, 90_000, 110_000),
          member("wal-normal-1000-indexes", Durability.PROCESS_CRASH, 50_000, 40_000, 55_000),
          member("wal-normal-1000-readers", Durability.PROCESS_CRASH, 95_000, 94_000, 96_000),
          member("wal-normal-1000-shared", Durability.PROCESS_CRASH, 99_000, 100_000, 101_000),
          member("wal-full-1000", Durability.POWER_LOSS, 20_000, 20_000, 20_000));

  private static final Document PAGE = MatrixPage.of(RESULT, "./logsink bench matrix --quick");

  @Test
  void aCostIsARatioToTheCellThatDiffersOnlyInIt() {
    List<FactorCost> costs = FactorCost.all(RESULT.results());

    assertThat(costs)
        .extracting(FactorCost::factor)
        .containsExactly(Factor.SYNCHRONOUS, Factor.INDEXES, Factor.READERS, Factor.FILE);
    FactorCost indexes = costs.get(1);
    assertThat(indexes.value()).isEqualTo("time and source");
    assertThat(indexes.isOnePromise()).isTrue();
    assertThat(indexes.ratio(Measure.RECORDS).orElseThrow())
        .isEqualTo(new FactorCost.Ratio(0.5, 40_000 / 110_000.0, 55_000 / 90_000.0, false));
    assertThat(indexes.ratio(Measure.READER_P99)).isEmpty();
    assertThat(costs.get(2).ratio(Measure.RECORDS).orElseThrow().withinNoise()).isTrue();
    assertThat(costs.getFirst().isOnePromise()).isFalse();
  }

  @Test
  void theMarkdownIsGroupedByPromiseAndNamesWhatIsWithinNoise() {
    String text = new MarkdownDocument(PAGE).toString();

    assertThat(text)
        .startsWith("# The SQLite matrix\n\n    ./logsink bench matrix --quick\n\nRun `matrix-")
        .contains("\n- delete-off-1 FAILED: no such luck\n- cannot tell: synchronous full")
        .contains(
            "- cannot tell: indexes time and source instead of none with wal: 0.500 times the"
                + " records/s (from 0.500 to 0.500 over 1 pairs, 0 of them within noise)\n")
        .contains("\n- cannot tell: readers one instead of none with wal: 0.950")
        .contains("(from 0.950 to 0.950 over 1 pairs, 1 of them within noise)\n")
        .contains(
            "; of the 100 updates a second that the other table was due, 4.00 to 4.00 were done")
        .contains("; a price and no ranking, because the promises differ\n")
        .contains("\n- device B per B: absent, because this system does not tell it\n")
        .containsSubsequence(
            "\n## Speed: append and sync survive a loss of power (POWER_LOSS)\n",
            "| wal-full-1000 ",
            "\n## Speed: append and sync survive a crash of the process (PROCESS_CRASH)\n",
            "| wal-normal-1000 ",
            "\n## Speed: floors, which no store can outdo\n",
            "| noop-1000 ")
        .contains(" 100k (90.0k-110k) |")
        .containsPattern("wal-normal-1000-readers \\| wal-normal-1000 \\| same +\\| +~0.950 ")
        .containsPattern("wal-full-1000 +\\| wal-normal-1000 \\| differs +\\| +0.200 ")
        .contains("\n## Factor: indexes, against none\n")
        .contains("\n- wal-full-1000: synchronous=1\n");
  }

  @Test
  void aTerminalShowsTheVerdictAndTheSpeeds() {
    assertThat(new TextDocument(PAGE).toString())
        .startsWith("delete-off-1 FAILED: no such luck\ncannot tell: synchronous full")
        .containsSubsequence(
            "\nSpeed: append and sync survive a loss of power (POWER_LOSS)\n",
            "\nSpeed: floors, which no store can outdo\n")
        .doesNotContain("How it was measured", "Factor: ", "Abacus 3");
  }

  @Test
  void barsAreTheSpeedsOfOnePromise() {
    assertThat(PAGE.sections())
        .flatExtracting(Section::parts)
        .contains(
            new Bars(
                "Records a second: append and sync survive a loss of power (POWER_LOSS)",
                Unit.RECORDS_PER_SECOND,
                true,
                List.of(new Range("wal-full-1000", 20_000, 20_000, 20_000))));
  }

  @Test
  void thePageIsCitedByTheIdOfTheJson() {
    Config json = parsed(new MatrixJson(RESULT, PAGE.command()).toString());

    assertThat(PAGE.id()).startsWith("matrix-20260310T120000Z-").isEqualTo(json.getString("id"));
    assertThat(PAGE.host()).isEqualTo("Abacus 3, 2 cores, 17.2 GB of memory; ext4");
  }

  @Test
  void theJsonCanBeParsedAndHasItAll() {
    Config json = parsed(new MatrixJson(RESULT, "./logsink bench matrix").toString());

    assertThat(json.getInt("schema")).isEqualTo(1);
    assertThat(json.getString("kind")).isEqualTo("matrix");
    assertThat(json.getString("command")).isEqualTo("./logsink bench matrix");
    assertThat(json.getString("machine.cpu")).isEqualTo("Abacus 3");
    assertThat(json.getLong("plan.stretchMillis")).isEqualTo(2_000);
    assertThat(json.getString("failures.delete-off-1")).isEqualTo("no such luck");
    Config cell = json.getConfigList("cells").get(2);
    assertThat(cell.getString("label")).isEqualTo("wal-normal-1000-indexes");
    assertThat(cell.getString("factors.INDEXES")).isEqualTo("time and source");
    assertThat(cell.getString("settings.journalMode")).isEqualTo("WAL");
    assertThat(cell.getString("durability.append")).isEqualTo("PROCESS_CRASH");
    assertThat(cell.getString("engine.synchronous")).isEqualTo("1");
    assertThat(cell.getDouble("figures.appendRecordsPerSecond.median")).isEqualTo(50_000);
    Config cost = json.getConfigList("costs").get(1);
    assertThat(cost.getString("against")).isEqualTo("wal-normal-1000");
    assertThat(cost.getDouble("ratios.appendRecordsPerSecond.median")).isEqualTo(0.5);
    assertThat(cost.getBoolean("ratios.appendRecordsPerSecond.withinNoise")).isFalse();
  }

  private static Config parsed(String json) {
    return ConfigFactory.parseString(
        json, ConfigParseOptions.defaults().setSyntax(ConfigSyntax.JSON));
  }

  private static CellResult member(String label, Durability durability, double... perSecond) {
    Cell cell = Cells.only(Cells.all(), List.of(label)).getFirst();
    return new CellResult(
        cell,
        Capabilities.least().withDurability(durability, durability),
        Map.of("synchronous", "1"),
        label.contains("shared")
            ? Map.of(Measure.RECORDS, figure(perSecond), Measure.JOB_RATE, figure(3, 4, 5))
            : Map.of(Measure.RECORDS, figure(perSecond)));
  }

  private static Figure figure(double... rounds) {
    return new Figure(Arrays.stream(rounds).boxed().toList());
  }

  private static MatrixResult result(CellResult... members) {
    return new MatrixResult(
        Instant.parse("2026-03-10T12:00:00Z"),
        Duration.ofMinutes(17),
        new MachineProfile(
            "Abacus 3", 2, 1L << 34, "Linux", "ext4", 400_000, "JVM", 1 << 30, "abc"),
        new Workload("a test", Lines.many(10), 0, true),
        new MatrixPlan(
            Path.of("x"), Cells.all(), 3, new StretchLimits(Duration.ofSeconds(2), 1 << 20)),
        new ReaderQuestions("pty:web", "seldom"),
        List.of(members),
        Map.of("delete-off-1", "no such luck"));
  }
}
