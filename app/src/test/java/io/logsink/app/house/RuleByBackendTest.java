package io.logsink.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.logsink.conformance.ClauseResult;
import io.logsink.conformance.ConformanceReport;
import io.logsink.conformance.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Puts the reports that the backends' builds wrote into one table, {@code
 * app/target/conformance.md}, and holds the build to its counts: a proof that was not run is as bad
 * as one that failed.
 */
final class RuleByBackendTest {
  private static final Path ROOT = Path.of(System.getProperty("logsink.root"));

  /** Module and test class of each proof, and its column. */
  private static final List<Proof> PROOFS =
      List.of(
          new Proof("backend-sqlite", "SqliteWalConformanceTest", "sqlite (wal)"),
          new Proof("backend-sqlite", "SqliteDeleteConformanceTest", "sqlite (delete)"),
          new Proof("backend-lmdb", "LmdbConformanceTest", "lmdb"),
          new Proof("backend-rotfile", "RotfileConformanceTest", "rotfile"),
          new Proof("backend-ring", "RingConformanceTest", "ring"),
          new Proof("docs/example-backend", "JournalConformanceTest", "journal (example)"));

  private record Proof(String module, String test, String column) {
    ConformanceReport report() {
      Path file = ROOT.resolve(module).resolve("target/conformance").resolve(test + ".json");
      assertThat(file).as("a report of %s; run mvn verify in %s", test, ROOT).exists();
      Config json = ConfigFactory.parseFile(file.toFile());
      return new ConformanceReport(
          column,
          json.getString("kit"),
          json.getLong("seed"),
          json.getConfigList("results").stream().map(Proof::result).toList());
    }

    private static ClauseResult result(Config json) {
      return new ClauseResult(
          json.getString("clause"),
          json.getString("test"),
          json.getEnum(Outcome.class, "outcome"),
          "",
          json.getLong("millis"));
    }
  }

  @Test
  void everyBackendKeepsTheSameContract() throws Exception {
    List<ConformanceReport> reports = new ArrayList<>();
    for (Proof proof : PROOFS) {
      reports.add(proof.report());
    }
    String table = ConformanceReport.table(reports);
    Files.writeString(ROOT.resolve("app/target/conformance.md"), table);
    System.out.println(table);

    assertThat(reports)
        .allSatisfy(report -> {
          assertThat(report.isConformant()).as(report.summary()).isTrue();
          assertThat(report.results()).hasSameSizeAs(reports.getFirst().results());
        });
  }
}
