package io.logsink.bench.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class MarkdownCollectionTest {
  @Test
  void eachDocumentIsAChapter() {
    Document document =
        new Document(
            "One",
            "one-1",
            "./logsink bench one",
            "Abacus 3",
            List.of("it is so"),
            List.of(Section.of("Notes", List.of("# is no title here"))));

    assertThat(new MarkdownCollection("All", List.of(document, document)).toString())
        .isEqualTo("# All\n\n" + CHAPTER + "\n" + CHAPTER);
  }

  private static final String CHAPTER =
      """
      ## One

          ./logsink bench one

      Run `one-1`.

      - it is so

      ### Notes

      - # is no title here
      """;
}
