package io.logsink.app;

import io.logsink.api.LogSinkException;
import io.logsink.config.LogSinkConfig;
import io.logsink.config.OwnedPipeline;
import io.logsink.pipeline.report.StatsReporter;
import io.logsink.pipeline.route.RoutedPipeline;
import io.logsink.server.LogSinkServer;
import io.logsink.server.ServerParts;
import io.logsink.server.ServerSettings;
import io.logsink.supervisor.Supervisor;
import io.logsink.supervisor.sysmon.SystemMonitor;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code logsink run}: the stores, the pipeline into them, the services, the system monitor and the
 * server of one config, and a line of statistics from time to time.
 */
@Command(
    name = "run",
    description = "Runs the services of the config and stores what they print; answers its RPC.",
    footer = "Exit code: 0, also when ended by Ctrl-C; 2 on an error.")
final class RunCommand implements Callable<Integer> {
  private static final Duration LOOK = Duration.ofMillis(100);

  private final Console console;

  @Mixin private StoreOptions store;

  @Option(
      names = "--for",
      paramLabel = "TIME",
      description = "End after that time, such as 10m; without it, run until Ctrl-C.")
  private @Nullable Duration time;

  @Option(
      names = "--until-done",
      description = "End when every service has ended and none will be started again.")
  private boolean untilDone;

  RunCommand(Console console) {
    this.console = console;
  }

  /** Closed from the last to the first: producers, then the pipeline, then its last line. */
  @Override
  public Integer call() throws LogSinkException, IOException, InterruptedException {
    LogSinkConfig config = store.config();
    try (UntilInterrupted interrupted = new UntilInterrupted();
        OwnedPipeline owned = config.openPipeline();
        StatsReporter _ = reporter(config, owned.pipeline());
        RoutedPipeline pipeline = owned.pipeline();
        LogSinkServer server =
            LogSinkServer.start(
                OwnSections.server(config),
                new ServerParts(pipeline, owned.reader(), pipeline::stats));
        Supervisor supervisor = Supervisor.start(OwnSections.supervisor(config), pipeline);
        SystemMonitor _ =
            SystemMonitor.start(OwnSections.sysmon(config), pipeline, supervisor::pids)) {
      sayWhatRuns(owned, server, config);
      waitForTheEnd(interrupted, supervisor);
    }
    return 0;
  }

  private StatsReporter reporter(LogSinkConfig config, RoutedPipeline pipeline) {
    return StatsReporter.start(OwnSections.stats(config).interval(), pipeline::stats, this::print);
  }

  /** Nobody may be reading; that ends nothing. */
  private void print(String line) {
    try {
      console.print(line);
    } catch (IOException e) {
      console.say("the statistics cannot be printed: " + e.getMessage());
    }
  }

  private void sayWhatRuns(OwnedPipeline owned, LogSinkServer server, LogSinkConfig config) {
    ServerSettings settings = OwnSections.server(config);
    console.say(
        "running %d services into %s"
            .formatted(
                OwnSections.supervisor(config).services().size(),
                String.join(", ", owned.sinks().keySet())));
    if (settings.http().enabled()) {
      console.say("listening at http://127.0.0.1:%d".formatted(server.httpPort()));
    }
    if (settings.socket().enabled()) {
      console.say("listening at " + settings.socket().path());
    }
  }

  private void waitForTheEnd(UntilInterrupted interrupted, Supervisor supervisor)
      throws InterruptedException {
    long start = System.nanoTime();
    boolean end = false;
    while (!end && !interrupted.within(LOOK)) {
      end =
          (time != null && System.nanoTime() - start >= time.toNanos())
              || (untilDone && supervisor.awaitEnd(Duration.ZERO));
    }
  }
}
