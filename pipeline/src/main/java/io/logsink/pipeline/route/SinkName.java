package io.logsink.pipeline.route;

import java.util.regex.Pattern;

/** What a sink among several may be called, so that a cursor can be printed and read again. */
final class SinkName {
  static final String ALLOWED = "letters, digits, '-', '_' and '.', such as sqlite";

  private static final Pattern NAME = Pattern.compile("[\\p{Alnum}_.-]+");

  private SinkName() {}

  static boolean isOne(String text) {
    return NAME.matcher(text).matches();
  }

  static void require(String text) {
    if (!isOne(text)) {
      throw new IllegalArgumentException(
          "a sink's name must be %s, not \"%s\"".formatted(ALLOWED, text));
    }
  }
}
