package io.logsink.pipeline.report;

import java.math.BigDecimal;
import java.math.MathContext;

/** A line of {@code key=value} being made, each value in quotes when it would not be one word. */
final class LineBuilder {
  private static final MathContext FOUR_DIGITS = new MathContext(4);

  private final StringBuilder line = new StringBuilder();

  LineBuilder put(String key, long value) {
    key(key).append(value);
    return this;
  }

  /** A number of four digits is enough for people, and a line has many. */
  LineBuilder put(String key, double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).round(FOUR_DIGITS);
    key(key).append(rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString());
    return this;
  }

  LineBuilder put(String key, String value) {
    StringBuilder target = key(key);
    if (isWord(value)) {
      target.append(value);
    } else {
      quote(target, value);
    }
    return this;
  }

  private StringBuilder key(String key) {
    return line.append(line.isEmpty() ? "" : " ").append(key).append('=');
  }

  private static boolean isWord(String value) {
    return !value.isEmpty()
        && value.chars().noneMatch(c -> c <= ' ' || c == '"' || c == '=' || c == '\\')
        && value.chars().noneMatch(Character::isISOControl);
  }

  private static void quote(StringBuilder target, String value) {
    target.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"', '\\' -> target.append('\\').append(c);
        case '\n' -> target.append("\\n");
        case '\t' -> target.append("\\t");
        default -> target.append(Character.isISOControl(c) ? ' ' : c);
      }
    }
    target.append('"');
  }

  @Override
  public String toString() {
    return line.toString();
  }
}
