package io.logsink.bench.workload;

import io.logsink.storage.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads workloads that stand in a test. */
public final class Workloads {
  private Workloads() {}

  /** The workload of that name in a file of that text. */
  public static WorkloadPlan of(String name, String text) {
    try {
      Path folder = Files.createTempDirectory("workload");
      try {
        return WorkloadFile.read(Files.writeString(folder.resolve(name + ".conf"), text));
      } finally {
        Folders.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
