package io.logsink.bench.workload;

import io.logsink.config.value.Wording;
import io.logsink.storage.Folders;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The workloads that come with the bench; {@code docs/workloads} says what each stands for. */
public final class ShippedWorkloads {
  private static final List<String> NAMES =
      List.of(
          "quiet-service", "ci-build", "web-access", "crash-storm", "sysmon", "three-producers");

  private ShippedWorkloads() {}

  /** Their names. */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * The workload of that name.
   *
   * @throws IllegalArgumentException when none is called so
   * @throws IOException when the file that it is read from cannot be made
   */
  public static WorkloadPlan load(String name) throws IOException {
    String text = text(name);
    Path folder = Files.createTempDirectory("logsink-workload");
    try {
      return WorkloadFile.read(Files.writeString(folder.resolve(name + ".conf"), text));
    } finally {
      Folders.delete(folder);
    }
  }

  /**
   * Its file, to begin one's own with.
   *
   * @throws IllegalArgumentException when none is called so
   * @throws IOException when it cannot be read
   */
  public static String text(String name) throws IOException {
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException(
          "no workload \"%s\"%s; there are %s"
              .formatted(name, Wording.didYouMean(name, NAMES), String.join(", ", NAMES)));
    }
    try (InputStream in = ShippedWorkloads.class.getResourceAsStream(name + ".conf")) {
      if (in == null) {
        throw new IOException("the workload %s is not in the jar".formatted(name));
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
