package io.logsink.regex;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How many instructions a pattern becomes, from above and before it is compiled. RE2/J writes a
 * counted repetition out, so that nested ones multiply: {@code ((a{1000}){1000}){1000}} is a
 * billion instructions and takes the process down with it. It also descends into groups by
 * recursion.
 *
 * <p>One walk over the pattern keeps, for every open group, the size of what is before the last
 * item and the size of that item, which a repetition multiplies. A pattern that is no pattern gets
 * some number; that is for the compiler to refuse.
 */
final class ProgramSize {
  /** The most instructions: each may cost a step at each character of the text. */
  static final int MAX_INSTRUCTIONS = 10_000;

  /** The most groups inside each other. */
  static final int MAX_DEPTH = 200;

  private final String pattern;
  private final Deque<Group> open = new ArrayDeque<>();
  private int index;

  private ProgramSize(String pattern) {
    this.pattern = pattern;
    open.push(new Group());
  }

  /**
   * Refuses what would become too big.
   *
   * @throws IllegalArgumentException when {@code pattern} has more than {@link #MAX_INSTRUCTIONS}
   *     or {@link #MAX_DEPTH}
   */
  static void requireSmall(String pattern) {
    new ProgramSize(pattern).walk();
  }

  private void walk() {
    while (index < pattern.length()) {
      step(pattern.charAt(index++));
      require(
          open.peek().total() <= MAX_INSTRUCTIONS,
          "repetitions multiply to more than %d instructions",
          MAX_INSTRUCTIONS);
      require(open.size() <= MAX_DEPTH, "more than %d groups inside each other", MAX_DEPTH);
    }
    closeAll();
  }

  private void closeAll() {
    while (open.size() > 1) {
      close();
    }
    require(open.peek().total() <= MAX_INSTRUCTIONS, "more than %d instructions", MAX_INSTRUCTIONS);
  }

  private void require(boolean holds, String what, int bound) {
    if (!holds) {
      throw new IllegalArgumentException(
          "regular expression is too big: \"%.100s\": %s; repeat less"
              .formatted(pattern, what.formatted(bound)));
    }
  }

  private void step(char c) {
    switch (c) {
      case '\\' -> escape();
      case '[' -> characterClass();
      case '(' -> open.push(new Group());
      case ')' -> close();
      case '{' -> open.peek().repeat(count());
      default -> open.peek().item(1);
    }
  }

  private void close() {
    if (open.size() > 1) {
      long size = open.pop().total() + 2;
      open.peek().item(size);
    }
  }

  /**
   * Past an escape; {@code \Q} quotes up to {@code \E}, {@code \x} and {@code \p} may have braces.
   */
  private void escape() {
    char kind = index < pattern.length() ? pattern.charAt(index++) : '\\';
    if (kind == 'Q') {
      int end = pattern.indexOf("\\E", index);
      int quoted = (end < 0 ? pattern.length() : end) - index;
      open.peek().item(quoted);
      open.peek().item(1);
      index += quoted + (end < 0 ? 0 : 2);
    } else {
      open.peek().item(1);
      skipBraces(kind);
    }
  }

  private void skipBraces(char kind) {
    if ("xpP".indexOf(kind) >= 0 && pattern.startsWith("{", index)) {
      skipTo("}");
    }
  }

  /** Past a class; a {@code ]} right at its start is one of its members. */
  private void characterClass() {
    index += pattern.startsWith("^", index) ? 1 : 0;
    index += pattern.startsWith("]", index) ? 1 : 0;
    while (index < pattern.length() && pattern.charAt(index) != ']') {
      if (pattern.startsWith("[:", index)) {
        skipTo(":]");
      } else {
        index += pattern.charAt(index) == '\\' ? 2 : 1;
      }
    }
    index = Math.min(index + 1, pattern.length());
    open.peek().item(1);
  }

  private void skipTo(String end) {
    int at = pattern.indexOf(end, index);
    index = at < 0 ? pattern.length() : at + end.length();
  }

  /** The larger number in the braces that were just opened, or 1 when they are no repetition. */
  private int count() {
    int end = pattern.indexOf('}', index);
    String inside = end < 0 ? "" : pattern.substring(index, end);
    if (!inside.matches("[0-9]{1,4}(,[0-9]{0,4})?")) {
      return 1;
    }
    index = end + 1;
    int least = Integer.parseInt(inside.replaceFirst(",.*", ""));
    String most = inside.replaceFirst("[0-9]*,?", "");
    return 1 + Math.max(least, most.isEmpty() ? 0 : Integer.parseInt(most));
  }

  /** The sizes of one open group. */
  private static final class Group {
    private long before;
    private long last;

    void item(long size) {
      before += last;
      last = size;
    }

    void repeat(int count) {
      last *= count;
    }

    long total() {
      return before + last;
    }
  }
}
