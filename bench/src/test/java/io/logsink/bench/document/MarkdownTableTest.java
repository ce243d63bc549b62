package io.logsink.bench.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class MarkdownTableTest {
  @Test
  void columnsArePaddedAndThoseOfWordsStandOnTheLeft() {
    Table table =
        new Table(
            List.of("", "records/s", "promise", "n"),
            List.of(
                List.of("one", "1.20M (900k-1.50M)", "same", "-"),
                List.of("1000", "~0.950", "-", "7")));

    assertThat(new MarkdownTable(table))
        .hasToString(
            """
            |      |          records/s | promise |   n |
            | ---- | -----------------: | ------- | --: |
            | one  | 1.20M (900k-1.50M) | same    |   - |
            | 1000 |             ~0.950 | -       |   7 |
            """);
  }

  @Test
  void aCellStaysInItsPlace() {
    Table table = new Table(List.of("a|b", "n"), List.of(List.of("two\nlines", "1|2")));

    assertThat(new MarkdownTable(table))
        .hasToString(
            """
            | a\\|b      |    n |
            | --------- | ---: |
            | two lines | 1\\|2 |
            """);
  }
}
