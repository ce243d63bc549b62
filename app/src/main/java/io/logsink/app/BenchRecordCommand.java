package io.logsink.app;

import io.logsink.api.LogSinkException;
import io.logsink.bench.workload.Emissions;
import io.logsink.bench.workload.WorkloadFile;
import io.logsink.bench.workload.WorkloadPlan;
import io.logsink.bench.workload.WorkloadRecorder;
import io.logsink.server.client.RpcClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code logsink bench record}: a workload of what a running pipeline counts. */
@Command(
    name = "record",
    description =
        "Makes a workload of the producers of a running 'logsink run', or of saved statistics.",
    footer = "Exit code: 0, or 2 on an error.")
final class BenchRecordCommand implements Callable<Integer> {
  private static final String STATS = "log_batcher.stats";

  private final Console console;

  @Mixin private ServerOptions server;

  @Option(
      names = "--for",
      paramLabel = "TIME",
      description = "How long the producers are watched; 1m when not given.")
  private Duration time = Duration.ofMinutes(1);

  @Option(
      names = "--every",
      paramLabel = "TIME",
      description = "How often; bursts show when they are longer than that. 1s when not given.")
  private Duration every = Duration.ofSeconds(1);

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Where the workload goes; recorded.conf when not given.")
  private Path file = Path.of("recorded.conf");

  @Option(names = "--replace", description = "Write over a file that is there.")
  private boolean replace;

  @Parameters(
      arity = "0..*",
      paramLabel = "STATS",
      description =
          "Results of 'logsink call log_batcher.stats' of one pipeline, the earliest first, instead"
              + " of a running one.")
  private List<Path> saved = new ArrayList<>();

  BenchRecordCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws LogSinkException, IOException, InterruptedException {
    if (Files.exists(file) && !replace) {
      throw new IOException(
          "%s is there already; --output takes another file, --replace writes over it"
              .formatted(file));
    }
    List<Emissions> emissions = saved.isEmpty() ? watched() : read();
    WorkloadPlan plan = WorkloadRecorder.ofEmissions("recorded", emissions);
    BenchOutput.write(file, WorkloadFile.write(plan));
    console.print(
        String.format(
            Locale.ROOT,
            "%d producers, %,.1f records/s, %s",
            plan.producers().size(),
            plan.rate(),
            plan.settings().description()));
    console.say(
        "the workload is in %s; run it with bench load --workload %s".formatted(file, file));
    return 0;
  }

  private List<Emissions> read() throws IOException {
    List<Emissions> emissions = new ArrayList<>();
    for (Path path : saved) {
      emissions.add(EmissionsForm.read(Files.readString(path), path.toString()));
    }
    return emissions;
  }

  private List<Emissions> watched() throws LogSinkException, IOException, InterruptedException {
    if (!every.isPositive() || every.compareTo(time) > 0) {
      throw new IllegalArgumentException(
          "--every has to be more than 0 and --for at most; they are %s and %s"
              .formatted(every, time));
    }
    List<Emissions> emissions = new ArrayList<>();
    try (RpcClient client = server.client();
        ProgressLine line = ProgressLine.on(console);
        TimedProgress _ = TimedProgress.start(line, "watching the producers", time)) {
      long start = System.nanoTime();
      long count = time.dividedBy(every) + 1;
      for (long i = 0; i < count; i++) {
        sleepUntil(start + i * every.toNanos());
        emissions.add(EmissionsForm.read(client.call(STATS, "{}"), STATS));
      }
    }
    return emissions;
  }

  /** On a schedule, so that what asking takes does not add up. */
  private static void sleepUntil(long nanos) throws InterruptedException {
    Thread.sleep(Duration.ofNanos(Math.max(0, nanos - System.nanoTime())));
  }
}
