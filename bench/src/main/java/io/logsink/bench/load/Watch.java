package io.logsink.bench.load;

import io.logsink.api.LogSink;
import io.logsink.api.record.Source;
import io.logsink.bench.load.LoadResult.Stretch;
import io.logsink.pipeline.LogPipeline;
import io.logsink.pipeline.PipelineStats;
import io.logsink.pipeline.SourceStats;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Looks at a pipeline while a load goes through it. For one thread. */
final class Watch {
  private static final long STEP_NANOS = Duration.ofSeconds(1).toNanos();

  private final LogPipeline pipeline;
  private final LogSink sink;
  private final Set<Source> sources;
  private final Origin origin;
  private final long warmUpNanos;
  private final List<Moment> timeline = new ArrayList<>();
  private SourceStats atStart = SourceStats.ZERO;
  private SourceStats atEnd = SourceStats.ZERO;

  Watch(LogPipeline pipeline, LogSink sink, Schedule schedule, Origin origin) {
    this.pipeline = pipeline;
    this.sink = sink;
    this.sources = schedule.sources().keySet();
    this.origin = origin;
    this.warmUpNanos = schedule.warmUpNanos();
  }

  /** Looks about each second, and when the warm-up is over, until all is sent. */
  void until(Crew senders) throws InterruptedException {
    boolean warm = false;
    boolean done = senders.await(origin.nanos() - System.nanoTime());
    while (!done) {
      SourceStats now = look();
      if (!warm && elapsedNanos() >= warmUpNanos) {
        warm = true;
        atStart = now;
      }
      long next = (elapsedNanos() / STEP_NANOS + 1) * STEP_NANOS;
      done = senders.await((warm ? next : Math.min(next, warmUpNanos)) - elapsedNanos());
    }
    atEnd = look();
  }

  private long elapsedNanos() {
    return System.nanoTime() - origin.nanos();
  }

  private SourceStats look() {
    PipelineStats stats = pipeline.stats();
    SourceStats total = total(stats);
    timeline.add(
        new Moment(
            Duration.ofNanos(elapsedNanos()),
            total.emitted().recordCount(),
            total.stored().recordCount(),
            total.lost().recordCount(),
            total.inFlight().recordCount(),
            stats.depth().weightBytes(),
            sink.stats().storedBytes()));
    return total;
  }

  private SourceStats total(PipelineStats stats) {
    return sources.stream().map(stats::of).reduce(SourceStats.ZERO, SourceStats::plus);
  }

  /** What happened between the end of the warm-up and the last record, seen from the very end. */
  Stretch stretch(PipelineStats end, long growthNanos, long drainNanos) {
    return new Stretch(
        atEnd.emitted().recordCount() - atStart.emitted().recordCount(),
        LoadResult.droppedCount(total(end)) - LoadResult.droppedCount(atStart),
        growthNanos,
        drainNanos);
  }

  List<Moment> timeline() {
    return timeline;
  }
}
