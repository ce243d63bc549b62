package io.logsink.app;

import io.logsink.api.LogSinkException;
import io.logsink.bench.SettingsRecord;
import io.logsink.bench.decide.evidence.CapacityFile;
import io.logsink.bench.decide.evidence.CapacityRun;
import io.logsink.bench.decide.evidence.DiskCosts;
import io.logsink.bench.decide.evidence.Producers;
import io.logsink.bench.decide.evidence.StatsProducers;
import io.logsink.bench.decide.evidence.WorkloadProducers;
import io.logsink.bench.decide.layout.Question;
import io.logsink.bench.machine.MachineProfile;
import io.logsink.bench.workload.WorkloadFile;
import io.logsink.config.LogSinkConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** What a decision rests on. */
final class DecideInput {
  private static final int LOOK_COUNT = 3;

  @Option(
      names = "--workload",
      paramLabel = "FILE",
      description = "The producers of a workload, such as one that was recorded.")
  private Optional<Path> workload = Optional.empty();

  @Option(
      names = "--stats",
      paramLabel = "FILE",
      description =
          "An answer of log_batcher.stats; repeated, in the order they were taken: the producers"
              + " between the first and the last.")
  private List<Path> stats = new ArrayList<>();

  @Option(
      names = "--watch",
      paramLabel = "TIME",
      description = "The producers of the running 'logsink run', watched for that time (1m).")
  private Optional<Duration> watch = Optional.empty();

  @Option(
      names = "--capacity",
      paramLabel = "FILE",
      description = "What stores hold: the JSON of a capacity search; repeatable.")
  private List<Path> capacities = new ArrayList<>();

  @Option(
      names = "--costs",
      paramLabel = "FILE",
      description =
          "What they take of the disk: the JSON of 'logsink bench' or 'bench costs'; repeatable."
              + " Else what the capacity search saw.")
  private List<Path> costs = new ArrayList<>();

  @Option(
      names = "--machine",
      paramLabel = "FILE",
      description =
          "Decide for the machine that this JSON of the bench is from; for this one when not"
              + " given.")
  private Optional<Path> machine = Optional.empty();

  /** Reads all of it. */
  Question question(LogSinkConfig config)
      throws IOException, LogSinkException, InterruptedException {
    Producers producers = producers(config);
    List<CapacityRun> runs = new ArrayList<>();
    for (Path file : capacities) {
      runs.add(CapacityFile.read(file));
    }
    DiskCosts disk = DiskCosts.NONE;
    for (Path file : costs) {
      disk = disk.plus(DiskCosts.read(file));
    }
    return new Question(producers, runs, disk, machine(config), config, OwnSections.decide(config));
  }

  private Producers producers(LogSinkConfig config)
      throws IOException, LogSinkException, InterruptedException {
    if (Stream.of(workload.isPresent(), !stats.isEmpty(), watch.isPresent())
            .filter(is -> is)
            .count()
        != 1) {
      throw new IllegalArgumentException(
          "who produces? Give one of --workload, --stats and --watch");
    }
    if (workload.isPresent()) {
      return WorkloadProducers.of(WorkloadFile.read(workload.get()));
    }
    return watch.isPresent() ? new StatsWatch(config).watch(watch.get()) : ofFiles();
  }

  private Producers ofFiles() throws IOException {
    List<String> answers = new ArrayList<>();
    for (Path file : stats) {
      answers.add(Files.readString(file));
    }
    return StatsProducers.of(stats.stream().map(Path::toString).toList(), answers);
  }

  private MachineProfile machine(LogSinkConfig config) throws IOException {
    return machine.isPresent()
        ? CapacityFile.machine(machine.get())
        : quietest(folder(config.settings()));
  }

  /** Of several looks the one that was disturbed least. */
  private static MachineProfile quietest(Path folder) throws IOException {
    List<MachineProfile> looks = new ArrayList<>();
    for (int i = 0; i < LOOK_COUNT; i++) {
      looks.add(MachineProfile.of(folder));
    }
    return Collections.min(looks, Comparator.comparingLong(MachineProfile::flushNanos));
  }

  /** Where the store is, or would be. */
  private static Path folder(Record settings) {
    Path folder =
        new SettingsRecord(settings)
            .value("directory")
            .filter(Path.class::isInstance)
            .map(Path.class::cast)
            .orElse(Path.of(""))
            .toAbsolutePath();
    while (!Files.isDirectory(folder) && folder.getParent() != null) {
      folder = folder.getParent();
    }
    return folder;
  }
}
