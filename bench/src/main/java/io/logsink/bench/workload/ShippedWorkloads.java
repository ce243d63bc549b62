package io.logsink.bench.workload;

import io.logsink.config.value.Wording;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
   */
  public static WorkloadPlan load(String name) {
    return WorkloadFile.parse(name, text(name));
  }

  /** Its file, to begin one's own with. */
  public static String text(String name) {
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException(
          "no workload \"%s\"%s; there are %s"
              .formatted(name, Wording.didYouMean(name, NAMES), String.join(", ", NAMES)));
    }
    try (InputStream in = ShippedWorkloads.class.getResourceAsStream(name + ".conf")) {
      if (in == null) {
        throw new IllegalStateException("the workload %s is not in the jar".formatted(name));
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
