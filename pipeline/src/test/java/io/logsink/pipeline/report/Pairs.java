package io.logsink.pipeline.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a line of {@code key=value} back, strictly. */
final class Pairs {
  private static final Pattern PAIR =
      Pattern.compile("([a-z][a-z0-9_]*)=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^ \"=\\\\]+))( |$)");

  private Pairs() {}

  static Map<String, String> of(String line) {
    Map<String, String> pairs = new LinkedHashMap<>();
    Matcher pair = PAIR.matcher(line);
    int end = 0;
    while (end < line.length()) {
      if (!pair.find(end) || pair.start() != end) {
        throw new AssertionError("no pair at " + end + ": " + line);
      }
      String value = pair.group(2) == null ? pair.group(3) : unescape(pair.group(2));
      if (pairs.put(pair.group(1), value) != null) {
        throw new AssertionError("twice: " + pair.group(1));
      }
      end = pair.end();
    }
    return pairs;
  }

  private static String unescape(String text) {
    return text.replace("\\\\", "\u0001")
        .replace("\\n", "\n")
        .replace("\\\"", "\"")
        .replace("\u0001", "\\");
  }
}
