package io.logsink.bench.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A file of {@code name : value} lines as Linux has them in {@code /proc}. */
record ProcFile(Path path) {
  private static final Pattern KILO_BYTES = Pattern.compile("([0-9]{1,15}) kB");

  /** The first value of {@code name}; empty where there is no such file or line. */
  Optional<String> value(String name) {
    try (Stream<String> lines = Files.lines(path)) {
      return lines
          .map(line -> line.split(":", 2))
          .filter(pair -> pair.length == 2 && pair[0].strip().equals(name))
          .map(pair -> pair[1].strip())
          .findFirst();
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }

  /** The first value of {@code name} in {@code kB}; 0 where there is none. */
  long kiloBytes(String name) {
    return value(name)
        .map(KILO_BYTES::matcher)
        .filter(Matcher::matches)
        .map(matcher -> Long.parseLong(matcher.group(1)))
        .orElse(0L);
  }
}
