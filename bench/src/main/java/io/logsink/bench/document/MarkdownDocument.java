package io.logsink.bench.document;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A document as Markdown that can be read as it is, without the charts. {@link #toString()} is the
 * text.
 *
 * @param document what it says
 */
public record MarkdownDocument(Document document) {
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append("# %s\n\n    %s\n\n".formatted(document.title(), document.command()));
    text.append("Run `%s`.\n".formatted(document.id())).append(list(document.verdict()));
    for (Section section : document.sections()) {
      text.append("\n## %s\n".formatted(section.title()));
      section.parts().forEach(part -> text.append(part(part)));
    }
    return text.toString();
  }

  private static String part(Part part) {
    return switch (part) {
      case Sentences sentences -> list(sentences.sentences());
      case Table table -> "\n" + new MarkdownTable(table);
      case Chart _ -> "";
    };
  }

  private static String list(List<String> sentences) {
    return sentences.stream().map("- %s\n"::formatted).collect(Collectors.joining("", "\n", ""));
  }
}
