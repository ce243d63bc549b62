package io.logsink.supervisor;

import io.logsink.api.record.Severity;

/**
 * The level word at the beginning of a line. Before it may stand escape sequences of a terminal, an
 * opening bracket, and a time in digits ({@code 2026-11-25T10:00:00,123Z}). It counts in capitals
 * when no letter, digit or {@code _} follows, and in any case when {@code :}, a closing bracket or
 * an escape sequence follows: {@code ERROR disk full}, {@code [warn] retrying}, {@code error: no
 * such file}.
 */
final class LevelWord {
  /** Where to give up looking: a time and some colour is shorter. */
  private static final int MOST_BEFORE = 64;

  private static final int ESCAPE = 0x1b;
  private static final String BEFORE = " \t[(<-:.,+/";
  private static final String AFTER_ANY_CASE = ":])>\u001b";

  private record Word(String capitals, Severity severity) {}

  /** A word that begins with another one stands before it. */
  private static final Word[] WORDS = {
    new Word("TRACE", Severity.TRACE),
    new Word("DEBUG", Severity.DEBUG),
    new Word("INFO", Severity.INFO),
    new Word("WARNING", Severity.WARN),
    new Word("WARN", Severity.WARN),
    new Word("ERROR", Severity.ERROR),
    new Word("CRITICAL", Severity.FATAL),
    new Word("FATAL", Severity.FATAL),
  };

  private LevelWord() {}

  /** The severity of the line {@code line[from..to)}; INFO when no word says another. */
  static Severity severity(byte[] line, int from, int to) {
    int begin = skip(line, from, Math.min(to, from + MOST_BEFORE));
    for (Word word : WORDS) {
      if (stands(word.capitals, line, begin, to)) {
        return word.severity;
      }
    }
    return Severity.INFO;
  }

  private static int skip(byte[] line, int from, int to) {
    int i = from;
    while (i < to) {
      if (line[i] == ESCAPE) {
        i = afterEscape(line, i, to);
      } else if (isBefore(line, from, i)) {
        i++;
      } else {
        return i;
      }
    }
    return i;
  }

  /** T and Z only within a time, after a digit: TRACE begins with one of them. */
  private static boolean isBefore(byte[] line, int from, int i) {
    byte b = line[i];
    return isDigit(b)
        || BEFORE.indexOf(b) >= 0
        || ((b == 'T' || b == 'Z') && i > from && isDigit(line[i - 1]));
  }

  /** Behind an escape sequence, which ends with a letter. */
  private static int afterEscape(byte[] line, int from, int to) {
    int i = from + 1;
    while (i < to && !isLetter(line[i])) {
      i++;
    }
    return i + 1;
  }

  private static boolean stands(String capitals, byte[] line, int from, int to) {
    int end = from + capitals.length();
    if (end > to) {
      return false;
    }
    boolean exact = true;
    for (int i = 0; i < capitals.length(); i++) {
      byte b = line[from + i];
      exact &= b == capitals.charAt(i);
      if ((b & ~0x20) != capitals.charAt(i)) {
        return false;
      }
    }
    int next = end < to ? line[end] : ' ';
    return AFTER_ANY_CASE.indexOf(next) >= 0 || (exact && !isWordByte(next));
  }

  private static boolean isWordByte(int b) {
    return isLetter(b) || isDigit(b) || b == '_' || b < 0;
  }

  private static boolean isLetter(int b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
  }

  private static boolean isDigit(int b) {
    return b >= '0' && b <= '9';
  }
}
