package io.logsink.bench.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.bench.compare.CompareResult;
import io.logsink.bench.compare.CompareResults;
import io.logsink.bench.compare.SelfTestResult;
import io.logsink.bench.compare.Verdict;
import io.logsink.bench.document.Document;
import io.logsink.bench.document.MarkdownDocument;
import io.logsink.bench.document.TextDocument;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ComparePageTest {
  private static final String COMMAND = "./logsink bench compare --seed 7";

  @Test
  void saysWhoIsSlowerAndWhoIsNotCompared() {
    Document page = ComparePage.of(CompareResults.of(Verdict.SECOND_SLOWER, 0.2), COMMAND);

    assertThat(new MarkdownDocument(page).toString())
        .startsWith("# Comparison\n\n    " + COMMAND + "\n\nRun `compare-20260310T120000Z-")
        .contains("- d FAILED: the disk is on fire\n- b is slower than a: it takes 1.200 times")
        .contains("not ranked against each other")
        .contains("c (append and sync survive a loss of power (POWER_LOSS))")
        .containsPattern(
            "\\| raw-file \\(floor\\) +\\| 1,000,000 \\| 800,000 \\| 1,111,111 \\| +1000 \\| +\\|")
        .containsPattern("\\| b +\\| 1,000,000 \\| 800,000 \\| 1,111,111 \\| +1000 \\| +20.0 % \\|")
        .contains("20 rounds with the seed 7, of 1,000 lines of w each")
        .contains("- a about itself: mode=in force")
        .contains("Abacus 3, 2 cores")
        .contains("meanwhile: others took 1.0 % of the processors");
    assertThat(new TextDocument(page).toString())
        .contains("b is slower than a", "the host was quiet", "raw-file (floor)")
        .doesNotContain("Abacus");
  }

  @Test
  void countsWhatASelfTestFound() {
    SelfTestResult result =
        new SelfTestResult(
            0.2,
            List.of(
                CompareResults.of(Verdict.WITHIN_NOISE, 0),
                CompareResults.of(Verdict.FIRST_SLOWER, 0)),
            List.of(
                CompareResults.of(Verdict.SECOND_SLOWER, 0.2),
                CompareResults.of(Verdict.WITHIN_NOISE, 0.2)));

    assertThat(new MarkdownDocument(SelfTestPage.of(result, COMMAND)).toString())
        .contains("the comparison cannot be believed here")
        .contains("with 20.0 % planted, 1 of 2 named the slower arm")
        .contains("with nothing planted, 1 of 2 named an arm")
        .containsPattern("\\| nothing planted +\\| +1 \\| +1 \\| +0 \\| +0 \\|")
        .containsPattern("\\| 20.0 % planted +\\| +1 \\| +0 \\| +1 \\| +0 \\|");
  }

  @Test
  void believesInASelfTestThatFoundWhatItShould() {
    CompareResult plain = CompareResults.of(Verdict.WITHIN_NOISE, 0);
    CompareResult slowed = CompareResults.of(Verdict.SECOND_SLOWER, 0.2);
    CompareResult unsure = CompareResults.of(Verdict.CANNOT_TELL, 0.2);

    assertThat(belief(plain, slowed)).startsWith("the comparison can be believed");
    assertThat(belief(plain, unsure)).startsWith("nothing wrong, but too little could be told");
    assertThat(belief(plain, CompareResults.of(Verdict.FIRST_SLOWER, 0.2)))
        .startsWith("the comparison cannot be believed");
  }

  private static String belief(CompareResult plain, CompareResult slowed) {
    SelfTestResult result = new SelfTestResult(0.2, List.of(plain), List.of(slowed));
    return new TextDocument(SelfTestPage.of(result, COMMAND)).toString();
  }
}
