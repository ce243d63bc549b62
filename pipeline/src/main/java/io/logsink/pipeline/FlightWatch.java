package io.logsink.pipeline;

import io.logsink.api.record.Source;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import jdk.jfr.FlightRecorder;

/**
 * Tells the flight recorder how a pipeline does, whenever it wants to know: when it records the
 * events, as often as its settings say. Otherwise nothing of this runs. The last events come when
 * the pipeline is closed.
 */
final class FlightWatch {
  private final String pipeline;
  private final Supplier<PipelineStats> stats;
  private final Runnable pipelineHook = this::tellPipeline;
  private final Runnable lossHook = this::tellLosses;
  private final ReentrantLock lock = new ReentrantLock();
  private SortedMap<Source, SourceStats> told;

  /** For the pipeline that {@code pipeline} tells from others. */
  FlightWatch(String pipeline, Supplier<PipelineStats> stats) {
    this.pipeline = pipeline;
    this.stats = stats;
    this.told = stats.get().sources();
  }

  void start() {
    FlightRecorder.addPeriodicEvent(PipelineEvent.class, pipelineHook);
    FlightRecorder.addPeriodicEvent(LossEvent.class, lossHook);
  }

  void stop() {
    if (FlightRecorder.removePeriodicEvent(pipelineHook)) {
      tellPipeline();
    }
    if (FlightRecorder.removePeriodicEvent(lossHook)) {
      tellLosses();
    }
  }

  private void tellPipeline() {
    PipelineEvent event = new PipelineEvent();
    if (event.isEnabled()) {
      event.of(pipeline, stats.get()).commit();
    }
  }

  private void tellLosses() {
    if (new LossEvent().isEnabled()) {
      lock.lock();
      try {
        SortedMap<Source, SourceStats> now = stats.get().sources();
        now.forEach((source, account) ->
            tell(source, account, told.getOrDefault(source, SourceStats.ZERO)));
        told = now;
      } finally {
        lock.unlock();
      }
    }
  }

  private void tell(Source source, SourceStats now, SourceStats before) {
    for (Map.Entry<Fate, Tally> entry : now.fates().entrySet()) {
      Tally lost = entry.getValue().beyond(before.with(entry.getKey()));
      if (entry.getKey().isLoss() && !lost.equals(Tally.ZERO)) {
        tell(source, entry.getKey(), lost);
      }
    }
  }

  private void tell(Source source, Fate fate, Tally lost) {
    LossEvent event = new LossEvent();
    event.pipeline = pipeline;
    event.source = source.name();
    event.reason = fate.word();
    event.recordCount = lost.recordCount();
    event.bodyBytes = lost.bodyBytes();
    event.commit();
  }
}
