package io.logsink.bench.document;

import java.util.List;

/**
 * A list of sentences.
 *
 * @param sentences plain text
 */
public record Sentences(List<String> sentences) implements Part {
  /** Copies the list. */
  public Sentences {
    sentences = List.copyOf(sentences);
  }

  @Override
  public boolean isEmpty() {
    return sentences.isEmpty();
  }
}
