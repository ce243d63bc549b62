package io.logsink.bench.document;

import java.util.List;

/**
 * A titled part of a document.
 *
 * @param title what it is about
 * @param parts what stands in it, from top to bottom
 * @param brief whether it is shown on a terminal too
 */
public record Section(String title, List<Part> parts, boolean brief) {
  /** Leaves out parts in which nothing stands. */
  public Section {
    parts = parts.stream().filter(part -> !part.isEmpty()).toList();
  }

  /** A section that is not shown on a terminal. */
  public static Section of(String title, Part... parts) {
    return new Section(title, List.of(parts), false);
  }

  /** A section of sentences. */
  public static Section of(String title, List<String> sentences) {
    return of(title, new Sentences(sentences));
  }

  /** This one, shown on a terminal too. */
  public Section onTerminal() {
    return new Section(title, parts, true);
  }
}
