package io.logsink.bench.capacity;

import io.logsink.bench.load.LoadPlan;
import io.logsink.bench.load.LoadResult;
import io.logsink.pipeline.PipelineStats.SinkHealth;
import io.logsink.pipeline.PipelineStats.SinkState;

/**
 * Says whether a load held.
 *
 * <p>That nothing was dropped is not enough: a pipeline's queue takes what is too much for a while,
 * and the shorter the trial the more. A store that takes less than it is given by some share puts
 * records off by that share of the time that passes. So records may not be visible later and later
 * either: by no more than half of the resolution would make of the time from the middle of the
 * first quarter to the middle of the last, and, since batches are waited for, than a batch waits.
 *
 * @param limits what has to be kept to
 */
record Judge(CapacityLimits limits) {
  /** Producers that send less than this of what they should are what limits the rate. */
  private static final double LEAST_REACHED = 0.98;

  /** How far apart the middles of the first and the last quarter are. */
  private static final double BETWEEN_QUARTERS = 0.75;

  Trial judge(LoadResult result) {
    SinkHealth health = result.stats().sink();
    if (!result.ids().holds()) {
      return trial(result, Verdict.BROKEN, String.join("; ", result.ids().problems()));
    }
    if (health.state() == SinkState.STOPPED) {
      return trial(result, Verdict.BROKEN, "the sink stopped: " + health.lastFault());
    }
    if (result.sent().failed().count() > 0) {
      String failure = "the pipeline refused records: " + result.sent().lastFailure();
      return trial(result, Verdict.BROKEN, failure);
    }
    return judgeGenerator(result);
  }

  private Trial judgeGenerator(LoadResult result) {
    long limitNanos = limits.visibleP99().toNanos();
    double rate = result.sent().dueRate();
    long lateNanos = result.sent().lateness().p99Nanos();
    if (result.sent().reachedRate() < LEAST_REACHED * rate || lateNanos > limitNanos / 2) {
      return trial(
          result,
          Verdict.GENERATOR,
          "at %s the generator reached only %s, and was %s late"
              .formatted(
                  Amounts.rate(rate),
                  Amounts.rate(result.sent().reachedRate()),
                  Amounts.millis(lateNanos)));
    }
    return judgeStore(result, limitNanos);
  }

  private Trial judgeStore(LoadResult result, long limitNanos) {
    long dropped = result.stretch().droppedCount();
    if (dropped > 0) {
      return trial(result, Verdict.DROPPED, Amounts.whole(dropped) + " records were dropped");
    }
    if (result.stretch().growthNanos() > mostGrowthNanos(result.plan())) {
      return trial(
          result,
          Verdict.BEHIND,
          "records were visible %s later at the end than at the start"
              .formatted(Amounts.millis(result.stretch().growthNanos())));
    }
    long visible = result.visible().p99Nanos();
    return visible > limitNanos
        ? trial(result, Verdict.LATE, "p99 visible was %s".formatted(Amounts.millis(visible)))
        : trial(result, Verdict.HELD, "p99 visible %s".formatted(Amounts.millis(visible)));
  }

  private long mostGrowthNanos(LoadPlan plan) {
    double nanos = plan.workload().settings().duration().toNanos() * BETWEEN_QUARTERS;
    long batchNanos = plan.pipeline().batch().maxDelay().toNanos();
    return Math.max(Math.round(nanos * limits.resolution() / 2), batchNanos);
  }

  private static Trial trial(LoadResult result, Verdict verdict, String reason) {
    return new Trial(
        result.plan().rate(),
        verdict,
        result.sent().reachedRate(),
        result.visible().p99Nanos(),
        result.stretch().droppedCount(),
        result.stretch().growthNanos(),
        reason);
  }
}
