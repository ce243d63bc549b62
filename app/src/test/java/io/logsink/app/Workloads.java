package io.logsink.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes workloads for the bench. */
final class Workloads {
  private Workloads() {}

  /** The file, with {@code text} as its workload. */
  static Path write(Path file, String text) {
    try {
      return Files.writeString(file, "logsink.workload {\n" + text + "}\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
