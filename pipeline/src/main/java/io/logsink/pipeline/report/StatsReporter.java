package io.logsink.pipeline.report;

import io.logsink.api.InvalidSettingException;
import io.logsink.pipeline.PipelineStats;
import io.logsink.pipeline.SourceStats;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Makes the {@link StatsLine} of each pipeline by the clock, on a thread of its own. What is new in
 * a line is so since the one before it, and in the first one since the reporter was started.
 */
public final class StatsReporter implements AutoCloseable {
  private static final Logger LOG = System.getLogger(StatsReporter.class.getName());

  private final Supplier<SortedMap<String, PipelineStats>> stats;
  private final Consumer<String> lines;
  private final Map<String, SourceStats> before = new HashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("logsink-stats").daemon().factory());
  private boolean closed;

  private StatsReporter(Supplier<SortedMap<String, PipelineStats>> stats, Consumer<String> lines) {
    this.stats = stats;
    this.lines = lines;
    stats.get().forEach((sink, now) -> before.put(sink, now.total()));
  }

  /**
   * Begins to report.
   *
   * @param interval how often, 1 ms or more
   * @param stats the statistics of each pipeline, by the name of its sink
   * @param lines where each line goes, without an end of line; called by one thread at a time
   * @throws InvalidSettingException when the interval is too short
   */
  public static StatsReporter start(
      Duration interval, Supplier<SortedMap<String, PipelineStats>> stats, Consumer<String> lines) {
    if (interval.compareTo(Duration.ofMillis(1)) < 0) {
      throw new InvalidSettingException("interval", interval, "1 ms or more");
    }
    StatsReporter reporter = new StatsReporter(stats, lines);
    long nanos = interval.toNanos();
    var _ =
        reporter.timer.scheduleWithFixedDelay(reporter::report, nanos, nanos, TimeUnit.NANOSECONDS);
    return reporter;
  }

  /** A failure is told and the next line is made all the same: a timer's task must not throw. */
  private void report() {
    lock.lock();
    try {
      if (!closed) {
        stats.get().forEach(this::report);
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "the statistics could not be reported: " + e, e);
    } finally {
      lock.unlock();
    }
  }

  private void report(String sink, PipelineStats now) {
    SourceStats total = now.total();
    SourceStats last = before.put(sink, total);
    lines.accept(StatsLine.of(sink, now, last == null ? SourceStats.ZERO : last));
  }

  /** Makes the last lines and ends; waits for a line that is under way. */
  @Override
  public void close() {
    timer.shutdown();
    report();
    lock.lock();
    try {
      closed = true;
    } finally {
      lock.unlock();
    }
  }
}
