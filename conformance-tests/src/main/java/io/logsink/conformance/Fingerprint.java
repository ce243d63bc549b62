package io.logsink.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names, lengths and contents of all files of a folder, as text to compare; of a file that only
 * holds locks, its name.
 */
final class Fingerprint {
  private Fingerprint() {}

  static String of(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .sorted()
          .map(path -> folder.relativize(path) + content(path))
          .collect(Collectors.joining("\n"));
    }
  }

  private static String content(Path path) {
    try {
      if (Files.isDirectory(path)) {
        return "/";
      }
      if (path.toString().endsWith("lock")) {
        return "";
      }
      return " %d bytes, hash %x"
          .formatted(Files.size(path), Arrays.hashCode(Files.readAllBytes(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
