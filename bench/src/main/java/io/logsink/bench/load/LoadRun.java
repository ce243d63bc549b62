package io.logsink.bench.load;

import io.logsink.api.BackendConfig;
import io.logsink.api.Capabilities;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.api.Visibility;
import io.logsink.bench.Contender;
import io.logsink.bench.SettingsRecord;
import io.logsink.bench.StoreFolders;
import io.logsink.bench.stock.LineStock;
import io.logsink.pipeline.LogPipeline;
import io.logsink.pipeline.PipelineSettings;
import io.logsink.pipeline.PipelineStats;
import io.logsink.storage.Folders;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Puts a load through a pipeline into a fresh store. Records are sent when they are due, whether or
 * not anybody keeps up; readers ask meanwhile; in the end the pipeline is closed, the store is
 * read, and every record has to be accounted for.
 *
 * @param plan the load
 * @param contender the store
 * @param stocks the lines of each producer, {@link LineStock#of(WorkloadPlan)}
 */
public record LoadRun(LoadPlan plan, Contender contender, Map<String, LineStock> stocks) {
  /** Between putting all up and the first record. */
  private static final Duration LEAD = Duration.ofMillis(20);

  /**
   * Runs it. It takes as long as the workload says, and then what draining and checking take.
   *
   * @param folders where the store is made
   * @throws LogSinkException when the store cannot be opened or read
   * @throws IOException when it cannot be removed afterwards
   * @throws InterruptedException when the thread was interrupted; the load is over then
   */
  public LoadResult in(StoreFolders folders)
      throws LogSinkException, IOException, InterruptedException {
    Path folder = folders.fresh();
    Record settings =
        LimitedSettings.of(
            contender.settingsIn(folder.resolve("store")), plan.workload().settings().store());
    try (LogSink sink = contender.backend().open(BackendConfig.owner(settings))) {
      return run(sink, folder);
    } finally {
      Folders.delete(folder);
    }
  }

  private LoadResult run(LogSink sink, Path folder) throws LogSinkException, InterruptedException {
    Schedule schedule = Schedule.of(plan, stocks);
    Origin origin = Origin.in(LEAD);
    Arrivals arrivals = new Arrivals(schedule, origin, capabilities(sink));
    MeasuredSink measured = new MeasuredSink(sink, arrivals);
    PipelineSettings settings = plan.pipeline().withCountersFile(folder.resolve("counters"));
    try (LogPipeline pipeline = LogPipeline.open(settings, measured)) {
      List<Sender> senders = senders(schedule, pipeline, origin);
      List<ReaderRun> readers = readers(sink, origin, schedule);
      Watch watch = new Watch(pipeline, sink, schedule, origin);
      work(senders, readers, watch);
      long end = System.nanoTime();
      PipelineStats stats = pipeline.close(settings.closeTime());
      Outcome outcome = new Outcome(this, schedule, origin, arrivals, measured, stats);
      return outcome.result(senders, readers, watch, System.nanoTime() - end);
    }
  }

  /** Nobody can read a floor; what it has taken counts as if it could be. */
  private Capabilities capabilities(LogSink sink) {
    return contender.isFloor()
        ? sink.capabilities().withVisibility(Visibility.ON_APPEND)
        : sink.capabilities();
  }

  private static void work(List<Sender> senders, List<ReaderRun> readers, Watch watch)
      throws InterruptedException {
    Crew sending = new Crew("load-send", senders);
    Crew reading = new Crew("load-read", readers);
    try {
      watch.until(sending);
      sending.join();
      reading.join();
    } finally {
      sending.interrupt();
      reading.interrupt();
    }
  }

  private static List<Sender> senders(Schedule schedule, LogPipeline pipeline, Origin origin) {
    int count = Math.min(schedule.sources().size(), senderCount());
    return schedule.shares(count).stream()
        .map(lanes -> new Sender(lanes, pipeline, origin, schedule.warmUpNanos()))
        .toList();
  }

  /** Half of the cores: the pipeline, the store and the readers need some too. */
  private static int senderCount() {
    return Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
  }

  private List<ReaderRun> readers(LogSink sink, Origin origin, Schedule schedule) {
    List<ReaderRun> readers = new ArrayList<>();
    Capabilities capabilities = sink.capabilities();
    plan.workload()
        .readers()
        .forEach((name, reader) -> {
          if (reader.kind().isSupportedBy(capabilities)) {
            readers.add(new ReaderRun(name, reader, sink, origin, schedule));
          }
        });
    return readers;
  }

  Map<String, String> flatSettings() {
    Record settings = LimitedSettings.of(contender.settings(), plan.workload().settings().store());
    return new SettingsRecord(settings).flat();
  }
}
