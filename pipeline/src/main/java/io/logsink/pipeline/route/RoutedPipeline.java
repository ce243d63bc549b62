package io.logsink.pipeline.route;

import io.logsink.api.InvalidSettingException;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Source;
import io.logsink.api.record.SourceGlob;
import io.logsink.pipeline.LogEmitter;
import io.logsink.pipeline.LogPipeline;
import io.logsink.pipeline.PipelineSettings;
import io.logsink.pipeline.PipelineStats;
import io.logsink.pipeline.route.Routing.Branch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A pipeline into several sinks: a {@link LogPipeline} for each, with a bound, a drainer, accounts
 * and a counters file of its own, so that a sink that is stuck or broken costs the sources of the
 * others nothing. The law of {@link LogPipeline} holds for each sink, and so for each source.
 *
 * <p>The sinks are the caller's, who opened them and closes them after the pipeline; meanwhile only
 * the pipeline appends to them. Every method is safe from any thread.
 */
public final class RoutedPipeline implements LogEmitter, AutoCloseable {
  private final PipelineSettings settings;
  private final SortedMap<String, LogPipeline> pipelines;
  private final Routing<LogPipeline> routing;
  private final MergedReader reader;

  private RoutedPipeline(
      PipelineSettings settings,
      SortedMap<String, LogPipeline> pipelines,
      Routing<LogPipeline> routing,
      MergedReader reader) {
    this.settings = settings;
    this.pipelines = pipelines;
    this.routing = routing;
    this.reader = reader;
  }

  /**
   * A pipeline into {@code sinks}.
   *
   * @param settings those of the pipeline of each sink, whose counters are in the file {@code
   *     settings.countersFile()} with {@code -} and the sink's name appended
   * @param routes which sources go where; the first whose glob matches counts
   * @param restSink the name of the sink for the sources that no route is for
   * @param sinks the sinks by name, also those that no source goes to
   * @throws InvalidSettingException when a route, or {@code restSink}, names a sink that there is
   *     not
   * @throws LogSinkException as {@link LogPipeline#open} does; nothing is left open
   */
  public static RoutedPipeline open(
      PipelineSettings settings,
      List<Route> routes,
      String restSink,
      SortedMap<String, ? extends LogSink> sinks)
      throws LogSinkException {
    requireSinks(routes, restSink, sinks);
    MergedReader reader = MergedReader.of(sinks);
    SortedMap<String, LogPipeline> pipelines = openAll(settings, sinks);
    return new RoutedPipeline(
        settings, pipelines, routing(settings, routes, restSink, pipelines), reader);
  }

  private static Routing<LogPipeline> routing(
      PipelineSettings settings,
      List<Route> routes,
      String restSink,
      SortedMap<String, LogPipeline> pipelines) {
    List<Branch<LogPipeline>> branches = new ArrayList<>();
    for (Route route : routes) {
      branches.add(new Branch<>(SourceGlob.of(route.sources()), pipeline(pipelines, route.sink())));
    }
    return new Routing<>(branches, pipeline(pipelines, restSink), settings.maxSourceCount());
  }

  private static LogPipeline pipeline(SortedMap<String, LogPipeline> pipelines, String sink) {
    return Objects.requireNonNull(pipelines.get(sink), "every sink has a pipeline");
  }

  private static void requireSinks(
      List<Route> routes, String restSink, SortedMap<String, ? extends LogSink> sinks) {
    String allowed = "one of " + String.join(", ", sinks.keySet());
    for (int i = 0; i < routes.size(); i++) {
      if (!sinks.containsKey(routes.get(i).sink())) {
        throw new InvalidSettingException(
            "routes[%d].sink".formatted(i), routes.get(i).sink(), allowed);
      }
    }
    if (!sinks.containsKey(restSink)) {
      throw new InvalidSettingException("restSink", restSink, allowed);
    }
  }

  private static SortedMap<String, LogPipeline> openAll(
      PipelineSettings settings, SortedMap<String, ? extends LogSink> sinks)
      throws LogSinkException {
    SortedMap<String, LogPipeline> pipelines = new TreeMap<>();
    try {
      for (Map.Entry<String, ? extends LogSink> sink : sinks.entrySet()) {
        Path counters = countersFile(settings.countersFile(), sink.getKey());
        pipelines.put(
            sink.getKey(), LogPipeline.open(settings.withCountersFile(counters), sink.getValue()));
      }
    } catch (LogSinkException | RuntimeException e) {
      closeAll(pipelines, settings.closeTime());
      throw e;
    }
    return pipelines;
  }

  private static Path countersFile(Path file, String sink) {
    return file.resolveSibling(file.getFileName() + "-" + sink);
  }

  @Override
  public void emit(LogRecord record) {
    routing.of(record.source()).emit(record);
  }

  @Override
  public void endOfSource(Source source) {
    routing.of(source).endOfSource(source);
  }

  /** The statistics of each sink's pipeline, by the sink's name. Also after closing. */
  public SortedMap<String, PipelineStats> stats() {
    SortedMap<String, PipelineStats> stats = new TreeMap<>();
    pipelines.forEach((sink, pipeline) -> stats.put(sink, pipeline.stats()));
    return Collections.unmodifiableSortedMap(stats);
  }

  /** Reads all sinks as one; only while they are open. */
  public MergedReader reader() {
    return reader;
  }

  /**
   * Drains all pipelines at the same time: {@link LogPipeline#drain}.
   *
   * @return whether all were done within {@code timeout}
   * @throws InterruptedException when the thread was interrupted while it waited
   */
  public boolean drain(Duration timeout) throws InterruptedException {
    List<Callable<Boolean>> drains = new ArrayList<>();
    pipelines.values().forEach(pipeline -> drains.add(() -> pipeline.drain(timeout)));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return threads.invokeAll(drains).stream().allMatch(Future::resultNow);
    }
  }

  /** Closes within {@link PipelineSettings#closeTime()}. */
  @Override
  public void close() {
    close(settings.closeTime());
  }

  /**
   * Closes all pipelines at the same time, so that one whose sink is stuck takes no time from the
   * others: {@link LogPipeline#close(Duration)}. A second call does nothing. Interrupting the
   * thread does not cut it short.
   *
   * @return the last statistics, by the sink's name
   */
  public SortedMap<String, PipelineStats> close(Duration timeout) {
    closeAll(pipelines, timeout);
    return stats();
  }

  private static void closeAll(SortedMap<String, LogPipeline> pipelines, Duration timeout) {
    List<Runnable> closings = new ArrayList<>();
    pipelines.values().forEach(pipeline -> closings.add(() -> pipeline.close(timeout)));
    Together.run(closings);
  }
}
