package io.logsink.api.record;

/**
 * A pattern over source names: {@code *} stands for any run of characters, also none and also
 * across {@code :}; {@code ?} for one character; everything else for itself. Matching takes time
 * linear in name times pattern at worst, and never backtracks further.
 *
 * @param pattern the pattern, not empty
 */
public record SourceGlob(String pattern) {
  /**
   * Checks the pattern.
   *
   * @throws IllegalArgumentException when it is empty
   */
  public SourceGlob {
    if (pattern.isEmpty()) {
      throw new IllegalArgumentException(
          "a source glob must not be empty; \"*\" matches every source");
    }
  }

  /** The glob with that pattern. */
  public static SourceGlob of(String pattern) {
    return new SourceGlob(pattern);
  }

  /** Whether the whole name of {@code source} matches. */
  public boolean matches(Source source) {
    return matches(source.name());
  }

  /** The two-pointer match: on a mismatch, let the last {@code *} take one character more. */
  private boolean matches(String name) {
    int p = 0;
    int n = 0;
    int star = -1;
    int resume = 0;
    while (n < name.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        resume = n;
      } else if (p < pattern.length()
          && (pattern.charAt(p) == '?' || pattern.charAt(p) == name.charAt(n))) {
        p++;
        n++;
      } else if (star >= 0) {
        p = star + 1;
        n = ++resume;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }

  @Override
  public String toString() {
    return pattern;
  }
}
