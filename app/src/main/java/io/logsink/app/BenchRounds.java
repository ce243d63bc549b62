package io.logsink.app;

import io.logsink.bench.compare.ComparePlan;
import io.logsink.bench.workload.WorkloadPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Option;

/** How a comparison is made. */
final class BenchRounds {
  private static final int MOST_SEED = 1_000_000;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "How often each is measured; 40 when not given.")
  private int rounds = 40;

  @Option(
      names = "--stretch",
      paramLabel = "TIME",
      description = "How long an arm appends in a round, on average; 100ms when not given.")
  private Duration stretch = Duration.ofMillis(100);

  @Option(
      names = "--batch",
      paramLabel = "N",
      description = "Records of an append; 1000 when not given.")
  private int batchCount = 1_000;

  @Option(
      names = "--effect",
      paramLabel = "SHARE",
      converter = Percentage.class,
      description = "The difference that is asked about; 20%% when not given.")
  private Double effect = 0.2;

  @Option(
      names = "--sync-each",
      description =
          "Sync after each append: then those are equal that promise the same after a sync.")
  private boolean syncEach;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "What the order is drawn with; drawn itself when not given, and printed.")
  private Optional<Long> seed = Optional.empty();

  @Option(names = "--force", description = "Go on though the host is busy.")
  private boolean force;

  /** The plan for the lines of {@code workload}, with stores in {@code folder}. */
  ComparePlan plan(WorkloadPlan workload, Path folder) {
    return new ComparePlan(
        workload,
        folder,
        rounds,
        stretch,
        batchCount,
        effect,
        syncEach,
        seed.orElseGet(() -> ThreadLocalRandom.current().nextLong(MOST_SEED)),
        force);
  }

  /** What to type to run {@code plan} again: with its seed, whoever chose that. */
  String commandLine(BenchOutput output, ComparePlan plan) {
    String command = output.commandLine();
    return seed.isPresent() ? command : "%s --seed %d".formatted(command, plan.seed());
  }
}
