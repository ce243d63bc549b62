package io.logsink.app;

import io.logsink.api.LogSinkException;
import io.logsink.bench.Contender;
import io.logsink.bench.StoreFolders;
import io.logsink.bench.host.HostWatch;
import io.logsink.bench.load.LoadPlan;
import io.logsink.bench.load.LoadResult;
import io.logsink.bench.load.LoadRun;
import io.logsink.bench.machine.MachineProfile;
import io.logsink.bench.page.LoadPage;
import io.logsink.bench.report.LoadReport;
import io.logsink.bench.stock.LineStock;
import io.logsink.bench.workload.WorkloadPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code logsink bench load}: a workload through a pipeline into a store, on its own schedule. */
@Command(
    name = "load",
    description = "Sends a workload into a store, and says what was dropped and what was late.",
    footer =
        "Exit code: 0, also when records were dropped and counted; 1 when a record is not accounted"
            + " for; 2 on an error.")
final class BenchLoadCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private BenchWorkload workload;
  @Mixin private BenchRate rate;
  @Mixin private BenchStore store;
  @Mixin private BenchOutput output;

  @Option(
      names = "--for",
      paramLabel = "TIME",
      description = "How long it is measured, 10m; as the workload says when not given.")
  private Optional<Duration> time = Optional.empty();

  @Option(
      names = "--warm-up",
      paramLabel = "TIME",
      description = "How long it runs before; as the workload says when not given.")
  private Optional<Duration> warmUp = Optional.empty();

  @Option(
      names = "--rehearsal",
      paramLabel = "TIME",
      description =
          "How long the same load is run before, on another store, so that the JVM is warm; 5s when"
              + " not given.")
  private Duration rehearsal = Duration.ofSeconds(5);

  @Option(
      names = "--readers",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "Whether the workload's readers ask meanwhile; they do when not given.")
  private boolean readers;

  BenchLoadCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws LogSinkException, IOException, InterruptedException {
    WorkloadPlan plan = timed(workload.read());
    Contender contender = store.contender(console);
    LoadPlan load = LoadPlan.of(plan).atRate(rate.of(plan, contender, readers));
    Files.createDirectories(output.folder());
    MachineProfile machine = MachineProfile.of(output.folder());
    HostWatch host = new HostWatch();
    LoadResult result = run(load, contender);
    String command = output.commandLine();
    output.report(
        console,
        LoadPage.of(result, machine, host.sinceStart(), command),
        new LoadReport(result, machine, command).toString());
    return result.ids().holds() ? 0 : 1;
  }

  private WorkloadPlan timed(WorkloadPlan plan) {
    WorkloadPlan timed =
        plan.withTimes(
            warmUp.orElse(plan.settings().warmUp()), time.orElse(plan.settings().duration()));
    return readers ? timed : timed.withoutReaders();
  }

  private LoadResult run(LoadPlan load, Contender contender)
      throws LogSinkException, IOException, InterruptedException {
    Map<String, LineStock> stocks = LineStock.of(load.workload());
    try (StoreFolders folders = new StoreFolders(output.folder())) {
      if (rehearsal.isPositive()) {
        WorkloadPlan shorter = load.workload().withTimes(Duration.ZERO, rehearsal);
        LoadPlan before = new LoadPlan(shorter, load.rate(), load.pipeline());
        run(new LoadRun(before, contender, stocks), "rehearsing ", folders);
      }
      return run(new LoadRun(load, contender, stocks), "", folders);
    }
  }

  private LoadResult run(LoadRun load, String prefix, StoreFolders folders)
      throws LogSinkException, IOException, InterruptedException {
    WorkloadPlan workload = load.plan().workload();
    String what =
        "%s%,.0f records/s of %s into %s"
            .formatted(prefix, load.plan().rate(), workload.name(), load.contender().label());
    Duration takes = workload.settings().warmUp().plus(workload.settings().duration());
    try (ProgressLine line = ProgressLine.on(console);
        TimedProgress _ = TimedProgress.start(line, what, takes)) {
      return load.in(folders);
    }
  }
}
