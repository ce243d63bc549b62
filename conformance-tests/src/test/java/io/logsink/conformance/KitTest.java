package io.logsink.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.conformance.ListBackend.Fault;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kit finds a fault, and names the clause that it breaks. */
final class KitTest {
  @TempDir Path folder;

  @Test
  void aSinkWithoutAFaultConforms() throws Exception {
    ConformanceReport report = run(Fault.NONE);
    assertThat(report.isConformant()).as(report::toMarkdown).isTrue();
    assertThat(report.count(Outcome.PASSED)).isGreaterThan(20);
    assertThat(report.count(Outcome.REFUSED)).isGreaterThan(3);
    assertThat(report.count(Outcome.NOT_DECLARED)).isGreaterThan(10);
  }

  @ParameterizedTest
  @CsvSource({
    "LOSES_THE_LAST_RECORD_OF_A_BATCH, W1",
    "CHANGES_A_BYTE, W2",
    "GIVES_SEQUENCES_AGAIN, W3",
    "IGNORES_THE_LIMIT, R3",
    "SORTS_BY_TIME, W3",
    "ANSWERS_BACKWARD_QUERIES_IT_DOES_NOT_DECLARE, R2",
    "MATCHES_WORDS_AS_SUBSTRINGS, R9",
    "GOES_ON_AFTER_CLOSE, L2",
    "COUNTS_WRONG, M4"
  })
  void aFaultFailsItsClause(Fault fault, String clause) throws Exception {
    ConformanceReport report = run(fault);
    assertThat(report.isConformant()).isFalse();
    assertThat(failed(report)).contains(clause);
    assertThat(report.toMarkdown()).contains("## " + clause + ",");
  }

  private ConformanceReport run(Fault fault) throws Exception {
    return new ConformanceRun(ListBackend.subject(fault), folder).run(result -> {});
  }

  private static String failed(ConformanceReport report) {
    return report.results().stream()
        .filter(result -> result.outcome() == Outcome.FAILED)
        .map(ClauseResult::clause)
        .collect(Collectors.joining(" "));
  }
}
