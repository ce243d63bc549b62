package io.logsink.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import io.logsink.bench.BenchResult;
import io.logsink.bench.document.Bars;
import io.logsink.bench.document.Document;
import io.logsink.bench.document.MarkdownDocument;
import io.logsink.bench.document.Part;
import io.logsink.bench.document.Range;
import io.logsink.bench.document.Table;
import io.logsink.bench.document.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReportsTest {
  private static final BenchResult RESULT =
      Results.of(
          Results.floor(9e6, 9e6, 9e6),
          Results.fleeting("ring", 5e6, 4e6, 6e6),
          Results.crashSafe("lmdb", 1_050_000, 900_000, 1_200_000));

  @Test
  void theTextHasATableGroupedByPromiseTheStrongestFirst() {
    List<String> lines = new TextReport(RESULT).toString().lines().toList();

    assertThat(lines)
        .contains("2 lines, 0.000 MB, 1 sources, the longest of 6 bytes, from file x.log")
        .contains("sealed, read back and equal byte for byte before the rounds: ring all, lmdb all")
        .contains("asked for: rare word \"line\" (1 in all)")
        .contains("Abacus 3, 2 cores, 16.0 GB of memory")
        .containsSubsequence(
            "append and sync survive a crash of the process (PROCESS_CRASH)",
            "append and sync survive nothing (VOLATILE)",
            "floors: no backend can be faster, and nothing can be asked");
    assertThat(lines).filteredOn(line -> line.startsWith("  lmdb  ")).hasSize(1);
    assertThat(lines.get(lines.indexOf(row(lines, "  lmdb  ")) + 1).strip())
        .isEqualTo("900k-1.20M");
  }

  private static String row(List<String> lines, String start) {
    return lines.stream().filter(line -> line.startsWith(start)).findFirst().orElseThrow();
  }

  @Test
  void thePageBeginsWithTheCommandAndTheVerdict() {
    Document page = BenchPage.of(RESULT, "./logsink bench --quick");

    assertThat(new MarkdownDocument(page).toString())
        .startsWith("# The backends side by side\n\n    ./logsink bench --quick\n\nRun `bench-20")
        .contains(
            "\n- append and sync survive a crash of the process (PROCESS_CRASH): lmdb is alone")
        .contains("\n- lmdb: map_size=1\n");
    assertThat(page.host()).startsWith("Abacus 3, 2 cores");
    assertThat(parts(page, Table.class).getFirst().rows().getFirst())
        .startsWith("lmdb", "1.05M (900k-1.20M)", "-", "-");
    assertThat(parts(page, Bars.class).getFirst())
        .isEqualTo(
            new Bars(
                "Records a second, appended: append and sync survive a crash of the process"
                    + " (PROCESS_CRASH)",
                Unit.RECORDS_PER_SECOND,
                true,
                List.of(new Range("lmdb", 1_050_000, 900_000, 1_200_000))));
  }

  private static <P extends Part> List<P> parts(Document page, Class<P> kind) {
    return page.sections().stream()
        .flatMap(section -> section.parts().stream())
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  @Test
  void theJsonCanBeParsedAndHasItAll() {
    Config json = parsed(new JsonReport(RESULT, "./logsink bench --input 'a \"b\"'").toString());

    assertThat(json.getInt("schema")).isEqualTo(1);
    assertThat(json.getString("command")).isEqualTo("./logsink bench --input 'a \"b\"'");
    assertThat(json.getString("machine.revision")).isEqualTo("abc123");
    assertThat(json.getLong("workload.bodyBytes")).isEqualTo(12);
    assertThat(json.getInt("rounds.count")).isEqualTo(3);
    assertThat(json.getConfigList("questions").getFirst().getString("metric"))
        .isEqualTo("rareWordNanos");
    assertThat(json.getStringList("verdict")).isNotEmpty();
    Config lmdb = json.getConfigList("contenders").get(2);
    assertThat(lmdb.getString("label")).isEqualTo("lmdb");
    assertThat(lmdb.getString("durability.append")).isEqualTo("PROCESS_CRASH");
    assertThat(lmdb.getString("engine.map_size")).isEqualTo("1");
    assertThat(lmdb.getLong("readBack.equalCount")).isEqualTo(2);
    assertThat(lmdb.getDouble("figures.appendRecordsPerSecond.median")).isEqualTo(1_050_000);
    assertThat(lmdb.getDoubleList("figures.appendRecordsPerSecond.rounds"))
        .containsExactly(1_050_000.0, 900_000.0, 1_200_000.0);
    assertThat(json.getConfigList("contenders").getFirst().getBoolean("floor")).isTrue();
  }

  @Test
  void aFailureComesFirst() {
    BenchResult failed = Results.failed("lmdb", "record 3 came back changed");
    String line = "lmdb FAILED: record 3 came back changed";

    assertThat(BenchPage.of(failed, "").verdict()).first().isEqualTo(line);
    assertThat(parsed(new JsonReport(failed, "").toString()).getString("failures.lmdb"))
        .isEqualTo("record 3 came back changed");
  }

  private static Config parsed(String json) {
    ConfigParseOptions options = ConfigParseOptions.defaults().setSyntax(ConfigSyntax.JSON);
    return ConfigFactory.parseString(json, options);
  }
}
