package io.logsink.app;

import io.logsink.bench.Contender;
import io.logsink.bench.cost.CostBench;
import io.logsink.bench.cost.CostPlan;
import io.logsink.bench.cost.CostResult;
import io.logsink.bench.cost.report.CostJson;
import io.logsink.bench.cost.report.CostPage;
import io.logsink.bench.document.Document;
import io.logsink.bench.document.MarkdownDocument;
import io.logsink.bench.document.TextDocument;
import io.logsink.bench.lines.Workload;
import io.logsink.bench.stretch.StretchLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code logsink bench costs}: what the backends cost beside time. */
@Command(
    name = "costs",
    description =
        "Measures what the backends take of disk, processor and memory, and how long opening,"
            + " recovery and retention hold things up.",
    footer = "Exit code: 0; 1 when a backend failed; 2 on an error.")
final class BenchCostsCommand implements Callable<Integer> {
  private static final Path FOLDER = Path.of("logsink-bench");
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

  @Spec private CommandSpec spec;
  @Mixin private BenchInput input;
  @Mixin private BenchContenders contenders;

  @Option(names = "--quick", description = "With smaller stores and fewer rounds.")
  private boolean quick;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "How often each is measured; 5 when not given, 2 with --quick.")
  private Optional<Integer> rounds = Optional.empty();

  @Option(
      names = "--dir",
      paramLabel = "FOLDER",
      description = "Where the stores are made, and removed; logsink-bench when not given.")
  private Path folder = FOLDER;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Where the result goes as JSON; logsink-bench/costs.json when not given.")
  private Path json = FOLDER.resolve("costs.json");

  @Option(
      names = "--markdown",
      paramLabel = "FILE",
      description = "Where it goes as Markdown; logsink-bench/costs.md when not given.")
  private Path markdown = FOLDER.resolve("costs.md");

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
        folder,
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
    String command = BenchOutput.commandLine(spec);
    Document page = CostPage.of(result, command);
    console.out().write(new TextDocument(page).toString().getBytes(StandardCharsets.UTF_8));
    console.out().flush();
    BenchOutput.write(json, new CostJson(result, command).toString());
    BenchOutput.write(markdown, new MarkdownDocument(page).toString());
    console.say("all of it is in %s and %s".formatted(markdown, json));
  }
}
