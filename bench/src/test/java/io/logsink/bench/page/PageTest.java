package io.logsink.bench.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PageTest {
  private static final Grid GRID =
      new Grid(
          List.of("what", "count", "why"),
          List.of(List.of("a|b", "1", ""), List.of("c", "1,234", "so")));

  private static final Page PAGE =
      new Page(
          "A run",
          "run-1",
          "./logsink bench run",
          List.of("it is so", "and so"),
          List.of(
              Section.of("Counts", GRID).onTerminal(),
              Section.of("Method", List.of("by counting")),
              Section.of("Nothing", List.of()),
              Section.of("No rows", new Grid(List.of("a", "b"), List.of())).onTerminal()));

  @Test
  void hasTheCommandAndTheVerdictFirst() {
    assertThat(PAGE.markdown())
        .isEqualTo(
            """
            # A run

                ./logsink bench run

            Run `run-1`.

            - it is so
            - and so

            ## Counts

            | what | count | why |
            | --- | --: | --- |
            | a\\|b | 1 |  |
            | c | 1,234 | so |

            ## Method

            - by counting
            """);
  }

  @Test
  void showsTheVerdictAndTheTablesThatMatterOnATerminal() {
    assertThat(PAGE.text())
        .isEqualTo(
            """
            it is so
            and so

            Counts
            what  count  why
            a|b       1
            c     1,234   so
            """);
  }
}
