package io.logsink.bench.document;

import java.util.stream.Collectors;

/**
 * What matters most of a document, for a terminal: the verdict, and the sections that are brief.
 * {@link #toString()} is the text.
 *
 * @param document what it says
 */
public record TextDocument(Document document) {
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    document.verdict().forEach(sentence -> text.append(sentence).append('\n'));
    document.sections().stream()
        .filter(Section::brief)
        .forEach(section -> text.append(text(section)));
    return text.toString();
  }

  private static String text(Section section) {
    return section.parts().stream()
        .map(TextDocument::text)
        .collect(Collectors.joining("", "\n" + section.title() + "\n", ""));
  }

  private static String text(Part part) {
    return switch (part) {
      case Sentences all ->
          all.sentences().stream().map("  %s\n"::formatted).collect(Collectors.joining());
      case Table table -> text(table);
      case Chart _ -> "";
    };
  }

  private static String text(Table table) {
    TextTable text = new TextTable();
    text.addRow(table.columns());
    table.rows().forEach(text::addRow);
    return text.toString();
  }
}
