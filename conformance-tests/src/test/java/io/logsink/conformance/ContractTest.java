package io.logsink.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The document and the tests are about the same clauses. */
final class ContractTest {
  @Test
  void everyClauseHasATestAndEveryTestAClause() {
    assertThat(ClauseTest.all().stream().map(ClauseTest::id).distinct())
        .containsExactlyElementsOf(Contract.clauses().keySet());
  }

  @Test
  void everyHeadingOfTheDocumentIsAClauseWithItsReason() throws Exception {
    String document =
        Files.readString(Path.of(System.getProperty("logsink.root"), "docs", "contract.md"));
    List<String> headings =
        Pattern.compile("^### ([^:\\n]+)", Pattern.MULTILINE)
            .matcher(document)
            .results()
            .map((MatchResult heading) -> heading.group(1))
            .toList();
    assertThat(Contract.clauses().keySet()).containsExactlyElementsOf(headings);
    assertThat(Contract.clauses().values()).allSatisfy(text -> assertThat(text).contains("*Why: "));
  }
}
