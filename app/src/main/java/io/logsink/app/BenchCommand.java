package io.logsink.app;

import io.logsink.bench.Bench;
import io.logsink.bench.BenchPlan;
import io.logsink.bench.BenchResult;
import io.logsink.bench.Contender;
import io.logsink.bench.lines.Workload;
import io.logsink.bench.report.BenchPage;
import io.logsink.bench.report.JsonReport;
import io.logsink.bench.report.TextReport;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code logsink bench}: compares the backends on real lines. */
@Command(
    name = "bench",
    description =
        "Compares the backends on real lines, and checks that each gives back what it was given.",
    footer = "Exit code: 0; 1 when a backend failed or gave back something else; 2 on an error.")
final class BenchCommand implements Callable<Integer> {
  private static final Duration QUICK_TIME = Duration.ofSeconds(48);
  private static final Duration FULL_TIME = Duration.ofMinutes(4);
  private static final int QUICK_ROUNDS = 3;
  private static final int FULL_ROUNDS = 5;

  private final Console console;

  @Mixin private BenchInput input;
  @Mixin private BenchContenders contenders;
  @Mixin private BenchOutput output;

  @Option(names = "--quick", description = "In less than a minute, with fewer lines and rounds.")
  private boolean quick;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "How often each is measured; 5 when not given, 3 with --quick.")
  private Optional<Integer> rounds = Optional.empty();

  @Option(
      names = "--batch",
      paramLabel = "N",
      description = "Records of an append; 1000 when not given.")
  private int batchCount = 1_000;

  BenchCommand(Console console) {
    this.console = console;
  }

  /** The command with those below it. */
  static CommandLine withSubcommands(Console console) {
    return new CommandLine(new BenchCommand(console))
        .addSubcommand(new BenchLoadCommand(console))
        .addSubcommand(new BenchCapacityCommand(console))
        .addSubcommand(new BenchCompareCommand(console))
        .addSubcommand(new BenchRecordCommand(console))
        .addSubcommand(new BenchMatrixCommand(console))
        .addSubcommand(new BenchCostsCommand(console))
        .addSubcommand(new BenchPageCommand(console));
  }

  @Override
  public Integer call() throws IOException {
    BenchResult result = measure(plan(), contenders.all(console));
    report(result);
    return result.failures().isEmpty() ? 0 : 1;
  }

  private BenchPlan plan() {
    int count = rounds.orElse(quick ? QUICK_ROUNDS : FULL_ROUNDS);
    Duration time = quick ? QUICK_TIME : FULL_TIME;
    return new BenchPlan(output.folder(), count, batchCount, time, !input.isExactly());
  }

  private BenchResult measure(BenchPlan plan, List<Contender> all) throws IOException {
    long start = System.nanoTime();
    try (ProgressLine progress = ProgressLine.on(console)) {
      progress.at("reading lines", 0, plan.time());
      Workload workload = input.read(console, quick);
      Duration spent = Duration.ofNanos(System.nanoTime() - start);
      return new Bench(plan.without(spent), workload, all, progress).run();
    }
  }

  private void report(BenchResult result) throws IOException {
    String command = output.commandLine();
    console.print(new TextReport(result).toString());
    output.report(
        console, BenchPage.of(result, command), new JsonReport(result, command).toString());
  }
}
