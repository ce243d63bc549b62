package io.logsink.config;

import com.typesafe.config.ConfigOrigin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What was found wrong so far, so that all of it can be said at once. */
final class Problems {
  private static final Comparator<Problem> BY_PLACE =
      Comparator.comparing(Problem::file).thenComparingInt(Problem::line);

  private final List<Problem> problems = new ArrayList<>();

  private record Problem(String file, int line, String text) {}

  void add(ConfigOrigin origin, String text) {
    String file = origin.filename() == null ? "" : origin.filename();
    problems.add(
        new Problem(file, origin.lineNumber(), oneLine(Origins.where(origin) + ": " + text)));
  }

  /** Adds what has no place. */
  void add(String text) {
    problems.add(new Problem("", -1, oneLine(text)));
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s*\\R\\s*", " ");
  }

  /** Throws them all, in the order in which they stand in a file, when there are any. */
  void throwIfAny() {
    if (!problems.isEmpty()) {
      throw exception();
    }
  }

  ConfigException exception() {
    return new ConfigException(problems.stream().sorted(BY_PLACE).map(Problem::text).toList());
  }
}
