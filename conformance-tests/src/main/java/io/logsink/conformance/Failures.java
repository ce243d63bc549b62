package io.logsink.conformance;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Failures as text. */
final class Failures {
  private static final int MOST_CHARACTERS = 4_000;

  private Failures() {}

  /** The failure with its stack, cut when it is very long. */
  static String describe(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text, true));
    return text.getBuffer().length() <= MOST_CHARACTERS
        ? text.toString()
        : text.getBuffer().substring(0, MOST_CHARACTERS) + "...";
  }
}
