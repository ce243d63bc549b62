package io.logsink.bench.document;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Several documents as one in Markdown, each a chapter that begins with its verdict. {@link
 * #toString()} is the text.
 *
 * @param title above all of them
 * @param documents in the order of reading
 */
public record MarkdownCollection(String title, List<Document> documents) {
  /** Copies the list. */
  public MarkdownCollection {
    documents = List.copyOf(documents);
  }

  @Override
  public String toString() {
    return documents.stream()
        .map(document -> chapter(new MarkdownDocument(document).toString()))
        .collect(Collectors.joining("\n", "# " + title + "\n\n", ""));
  }

  /** Nothing but a title begins with a number sign: lists, tables and the command do not. */
  private static String chapter(String markdown) {
    return markdown
        .lines()
        .map(line -> line.startsWith("#") ? "#" + line : line)
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
