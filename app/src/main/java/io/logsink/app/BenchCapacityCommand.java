package io.logsink.app;

import io.logsink.bench.capacity.Capacity.Outcome;
import io.logsink.bench.capacity.CapacityBench;
import io.logsink.bench.capacity.CapacityLimits;
import io.logsink.bench.capacity.CapacityPlan;
import io.logsink.bench.capacity.CapacityResult;
import io.logsink.bench.host.HostWatch;
import io.logsink.bench.page.CapacityPage;
import io.logsink.bench.report.CapacityReport;
import io.logsink.bench.workload.WorkloadPlan;
import io.logsink.pipeline.PipelineSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code logsink bench capacity}: the highest rate of a workload that each store holds. */
@Command(
    name = "capacity",
    description =
        "Looks for the highest rate of a workload at which a store drops nothing and is in time.",
    footer =
        "Exit code: 0; 1 when a store failed or records were not accounted for; 2 on an error.")
final class BenchCapacityCommand implements Callable<Integer> {
  private static final CapacityLimits USUAL = CapacityLimits.DEFAULT;

  private final Console console;

  @Mixin private BenchWorkload workload;
  @Mixin private BenchContenders contenders;
  @Mixin private BenchOutput output;

  @Option(
      names = "--readers",
      negatable = true,
      description = "Only with the workload's readers, or only without; both when not given.")
  private @Nullable Boolean readers;

  @Option(
      names = "--floors",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "Whether noop and raw-file are searched too; they are when not given.")
  private boolean floors;

  @Option(
      names = "--p99",
      paramLabel = "TIME",
      description = "99 of 100 records are visible within that time; 1s when not given.")
  private Duration visibleP99 = USUAL.visibleP99();

  @Option(
      names = "--resolution",
      paramLabel = "SHARE",
      converter = Percentage.class,
      description = "How closely the rate is looked for; 5%% when not given.")
  private Double resolution = USUAL.resolution();

  @Option(
      names = "--start",
      paramLabel = "RATE",
      description = "Records a second that are tried first; 2000 when not given.")
  private double startRate = USUAL.startRate();

  @Option(
      names = "--most",
      paramLabel = "RATE",
      description = "No higher rate is tried; 4000000 when not given.")
  private double maxRate = USUAL.maxRate();

  @Option(
      names = "--confirm",
      paramLabel = "N",
      description = "How often in a row the rate has to hold in the end; 3 when not given.")
  private int confirmCount = USUAL.confirmCount();

  @Option(
      names = "--trial",
      paramLabel = "TIME",
      description = "How long a trial is measured; 5s when not given.")
  private Duration trial = Duration.ofSeconds(5);

  @Option(
      names = "--warm-up",
      paramLabel = "TIME",
      description = "How long each runs before; 1s when not given.")
  private Duration warmUp = Duration.ofSeconds(1);

  BenchCapacityCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    CapacityPlan plan = plan(workload.read().withTimes(warmUp, trial));
    HostWatch host = new HostWatch();
    CapacityResult result = run(plan);
    String command = output.commandLine();
    output.report(
        console,
        CapacityPage.of(result, host.sinceStart(), command),
        new CapacityReport(result, command).toString());
    return isSound(result) ? 0 : 1;
  }

  private CapacityPlan plan(WorkloadPlan timed) {
    return new CapacityPlan(
        timed,
        new CapacityLimits(
            visibleP99,
            resolution,
            Math.min(startRate, maxRate),
            maxRate,
            confirmCount,
            USUAL.maxTrialCount()),
        PipelineSettings.DEFAULT,
        readers == null ? List.of(false, true) : List.of(readers),
        output.folder());
  }

  private CapacityResult run(CapacityPlan plan) throws IOException, InterruptedException {
    try (ProgressLine progress = ProgressLine.on(console)) {
      return new CapacityBench(
              plan, floors ? contenders.all(console) : contenders.withoutFloors(console), progress)
          .run();
    }
  }

  private static boolean isSound(CapacityResult result) {
    return result.failures().isEmpty()
        && result.cells().stream().noneMatch(cell -> cell.capacity().outcome() == Outcome.BROKEN);
  }
}
