package io.logsink.app;

import io.logsink.bench.workload.ShippedWorkloads;
import io.logsink.bench.workload.WorkloadFile;
import io.logsink.bench.workload.WorkloadPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which workload. */
final class BenchWorkload {
  private static final String USUAL = "three-producers";

  @Option(
      names = "--workload",
      paramLabel = "NAME|FILE",
      description =
          "One that ships, by its name, or a file of your own; three-producers when not given.")
  private String name = USUAL;

  /**
   * Reads it. What is no file is taken for a name, so that a wrong one is answered with those there
   * are.
   */
  WorkloadPlan read() throws IOException {
    Path file = Path.of(name);
    return name.endsWith(".conf") || Files.exists(file)
        ? WorkloadFile.read(file)
        : ShippedWorkloads.load(name);
  }
}
