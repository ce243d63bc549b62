package io.logsink.app.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules about files. */
final class HouseFiles {
  static final int MOST_LINES = 400;

  /** What lies in a folder of {@code docs} is an example of a stranger's, no part of the house. */
  private static final Pattern MODULE = Pattern.compile("<module>([^</]+)</module>");

  private HouseFiles() {}

  /** The modules that {@code pom} lists. */
  static List<String> modules(String pom) {
    return MODULE.matcher(pom).results().map(match -> match.group(1)).toList();
  }

  /** Those of {@code modules} that {@code bom} has no version for; itself it need not name. */
  static List<String> missing(List<String> modules, String bom) {
    return modules.stream()
        .filter(module -> !module.equals("bom"))
        .filter(module -> !bom.contains("<artifactId>logsink-" + module + "</artifactId>"))
        .toList();
  }

  /** The Java files under {@code root} that were not generated. */
  static List<Path> sources(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !root.relativize(file).toString().contains("target"))
          .toList();
    }
  }

  /** Those of {@code files} with more than {@link #MOST_LINES} lines. */
  static List<Path> tooLong(List<Path> files) {
    return files.stream().filter(file -> lineCount(file) > MOST_LINES).toList();
  }

  private static long lineCount(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
