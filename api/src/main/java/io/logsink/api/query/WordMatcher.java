package io.logsink.api.query;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Whether a body has every one of some words as a token. Keeps which words were seen, so for one
 * thread.
 */
final class WordMatcher implements Tokens.Consumer {
  private final byte[][] words;
  private final boolean[] seen;
  private int unseenCount;

  WordMatcher(List<String> words) {
    this.words =
        words.stream()
            .distinct()
            .map(word -> word.getBytes(StandardCharsets.UTF_8))
            .toArray(byte[][]::new);
    this.seen = new boolean[this.words.length];
  }

  boolean matches(byte[] body) {
    Arrays.fill(seen, false);
    unseenCount = words.length;
    Tokens.forEach(body, this);
    return unseenCount == 0;
  }

  @Override
  public boolean accept(byte[] buffer, int from, int to) {
    for (int i = 0; i < words.length; i++) {
      if (!seen[i] && Arrays.equals(buffer, from, to, words[i], 0, words[i].length)) {
        seen[i] = true;
        unseenCount--;
      }
    }
    return unseenCount > 0;
  }
}
