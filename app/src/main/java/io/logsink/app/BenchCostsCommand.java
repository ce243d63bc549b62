package io.logsink.app;

import io.logsink.bench.Contender;
import io.logsink.bench.cost.CostBench;
import io.logsink.bench.cost.CostPlan;
import io.logsink.bench.cost.CostResult;
import io.logsink.bench.cost.report.CostJson;
import io.logsink.bench.cost.report.CostPage;
import io.logsink.bench.lines.Workload;
import io.logsink.bench.stretch.StretchLimits;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code logsink bench costs}: what the backends cost beside time. */
@Command(
    name = "costs",
    description =
        "Measures what the backends take of disk, processor and memory, and how long opening,"
            + " recovery and retention hold things up.",
    footer = "Exit code: 0; 1 when a backend failed; 2 on an error.")
final class BenchCostsCommand implements Callable<Integer> {
  private static final int BATCH_COUNT = 1_000;
  private static final int QUICK_ROUNDS = 2;
  private static final int FULL_ROUNDS = 5;
  private static final StretchLimits QUICK_LIMITS =
      new StretchLimits(Duration.ofSeconds(1), 32L << 20);
  private static final StretchLimits FULL_LIMITS =
      new StretchLimits(Duration.ofSeconds(5), 256L << 20);
  private static final int QUICK_KILL_COUNT = 20_000;
  private static final int FULL_KILL_COUNT = 200_000;

  private final Console console;

  @Mixin private BenchInput input;
  @Mixin private BenchOutput output;
  @Mixin private BenchContenders contenders;

  @Option(names = "--quick", description = "With smaller stores and fewer rounds.")
  private boolean quick;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "How often each is measured; 5 when not given, 2 with --quick.")
  private Optional<Integer> rounds = Optional.empty();

  BenchCostsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    CostResult result = measure(plan(), contenders.all(console));
    report(result);
    return result.failures().isEmpty() ? 0 : 1;
  }

  private CostPlan plan() {
    return new CostPlan(
        output.folder(),
        rounds.orElse(quick ? QUICK_ROUNDS : FULL_ROUNDS),
        BATCH_COUNT,
        quick ? QUICK_LIMITS : FULL_LIMITS,
        quick ? QUICK_KILL_COUNT : FULL_KILL_COUNT);
  }

  private CostResult measure(CostPlan plan, List<Contender> all) throws IOException {
    try (ProgressLine progress = ProgressLine.on(console)) {
      Workload workload = input.read(console, true);
      return new CostBench(plan, workload, all, progress).run();
    }
  }

  private void report(CostResult result) throws IOException {
    String command = output.commandLine();
    output.report(console, CostPage.of(result, command), new CostJson(result, command).toString());
  }
}
