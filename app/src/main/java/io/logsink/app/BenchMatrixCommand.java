package io.logsink.app;

import io.logsink.bench.document.Document;
import io.logsink.bench.document.MarkdownDocument;
import io.logsink.bench.document.TextDocument;
import io.logsink.bench.lines.Workload;
import io.logsink.bench.matrix.Cells;
import io.logsink.bench.matrix.Matrix;
import io.logsink.bench.matrix.MatrixPlan;
import io.logsink.bench.matrix.MatrixResult;
import io.logsink.bench.matrix.report.MatrixJson;
import io.logsink.bench.matrix.report.MatrixPage;
import io.logsink.bench.stretch.StretchLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code logsink bench matrix}: what each setting of SQLite costs. */
@Command(
    name = "matrix",
    description =
        "Measures SQLite with each journal mode, synchronous and batch size, with and without"
            + " readers, indexes, blocks and a shared file.",
    footer = "Exit code: 0; 1 when a cell failed or was not what it asked for; 2 on an error.")
final class BenchMatrixCommand implements Callable<Integer> {
  private static final Path FOLDER = Path.of("logsink-bench");
  private static final Duration QUICK_STRETCH = Duration.ofMillis(500);
  private static final Duration FULL_STRETCH = Duration.ofSeconds(2);
  private static final int QUICK_ROUNDS = 3;
  private static final int FULL_ROUNDS = 5;
  private static final long MAX_BYTES = 512L << 20;

  private final Console console;

  @Spec private CommandSpec spec;
  @Mixin private BenchInput input;

  @Option(names = "--quick", description = "In a quarter of the time: half a second a cell.")
  private boolean quick;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "How often each cell is measured; 5 when not given, 3 with --quick.")
  private Optional<Integer> rounds = Optional.empty();

  @Option(
      names = "--stretch",
      paramLabel = "TIME",
      description = "How long each time; 2s when not given, 500ms with --quick.")
  private Optional<Duration> stretch = Optional.empty();

  @Option(
      names = "--only",
      paramLabel = "GLOB",
      description = "Only the cells whose labels match, 'wal-*-1000*'; repeatable.")
  private List<String> globs = new ArrayList<>();

  @Option(
      names = "--dir",
      paramLabel = "FOLDER",
      description = "Where the stores are made, and removed; logsink-bench when not given.")
  private Path folder = FOLDER;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Where the result goes as JSON; logsink-bench/matrix.json when not given.")
  private Path json = FOLDER.resolve("matrix.json");

  @Option(
      names = "--markdown",
      paramLabel = "FILE",
      description = "Where it goes as Markdown; logsink-bench/matrix.md when not given.")
  private Path markdown = FOLDER.resolve("matrix.md");

  BenchMatrixCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    MatrixPlan plan = plan();
    console.say(
        "%d cells in %d rounds, about %d minutes; --quick or --only takes less"
            .formatted(
                plan.cells().size(), plan.rounds(), plan.estimate().plusMinutes(1).toMinutes()));
    MatrixResult result = measure(plan);
    report(result);
    return result.failures().isEmpty() ? 0 : 1;
  }

  private MatrixPlan plan() {
    Duration time = stretch.orElse(quick ? QUICK_STRETCH : FULL_STRETCH);
    return new MatrixPlan(
        folder,
        Cells.only(Cells.all(), globs),
        rounds.orElse(quick ? QUICK_ROUNDS : FULL_ROUNDS),
        new StretchLimits(time, MAX_BYTES));
  }

  /** The lines are appended again and again, so that few are as good as many. */
  private MatrixResult measure(MatrixPlan plan) throws IOException {
    try (ProgressLine progress = ProgressLine.on(console)) {
      progress.at("reading lines", 0, plan.estimate());
      Workload workload = input.read(console, true);
      return new Matrix(plan, workload, progress).run();
    }
  }

  private void report(MatrixResult result) throws IOException {
    String command = BenchOutput.commandLine(spec);
    Document page = MatrixPage.of(result, command);
    console.out().write(new TextDocument(page).toString().getBytes(StandardCharsets.UTF_8));
    console.out().flush();
    BenchOutput.write(json, new MatrixJson(result, command).toString());
    BenchOutput.write(markdown, new MarkdownDocument(page).toString());
    console.say("all of it is in %s and %s".formatted(markdown, json));
  }
}
