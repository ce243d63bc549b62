package io.logsink.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.bench.compare.SelfTestResult.Counts;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SelfTestResultTest {
  @ParameterizedTest
  @CsvSource({
    "WITHIN_NOISE, 0, right", "SECOND_SLOWER, 0, wrong", "FIRST_SLOWER, 0, wrong",
    "CANNOT_TELL, 0, cannot tell", "SECOND_SLOWER, 0.2, right", "FIRST_SLOWER, 0.2, wrong",
    "WITHIN_NOISE, 0.2, missed", "CANNOT_TELL, 0.2, cannot tell",
  })
  void countsEachOutcome(Verdict verdict, double planted, String outcome) {
    List<CompareResult> results = List.of(CompareResults.of(verdict, planted));
    SelfTestResult result = new SelfTestResult(planted, results, results);

    Counts counts =
        switch (outcome) {
          case "right" -> new Counts(1, 0, 0, 0);
          case "wrong" -> new Counts(0, 1, 0, 0);
          case "missed" -> new Counts(0, 0, 1, 0);
          default -> new Counts(0, 0, 0, 1);
        };
    assertThat(result.plainCounts()).isEqualTo(counts);
    assertThat(result.passed()).isEqualTo(outcome.equals("right"));
  }
}
