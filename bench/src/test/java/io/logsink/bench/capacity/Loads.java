package io.logsink.bench.capacity;

import io.logsink.api.Durability;
import io.logsink.bench.PipelineSnapshots;
import io.logsink.bench.Promise;
import io.logsink.bench.load.IdCheck;
import io.logsink.bench.load.Latency;
import io.logsink.bench.load.LoadPlan;
import io.logsink.bench.load.LoadResult;
import io.logsink.bench.load.LoadResult.Stretch;
import io.logsink.bench.load.SendResult;
import io.logsink.bench.load.SinkLatencies;
import io.logsink.bench.workload.WorkloadPlan;
import io.logsink.bench.workload.Workloads;
import io.logsink.pipeline.PipelineStats.SinkState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Makes results of loads of ten seconds at 1,000 records/s.
 *
 * @param reachedRate records a second that were sent
 * @param latenessMillis how late the producers were, p99
 * @param visibleMillis how late records were visible, p99
 * @param growthMillis how much later they were visible at the end
 * @param droppedCount how many were dropped
 * @param state how the sink was in the end
 * @param problems what was not accounted for
 */
public record Loads(
    double reachedRate,
    long latenessMillis,
    long visibleMillis,
    long growthMillis,
    long droppedCount,
    SinkState state,
    List<String> problems) {
  /** Records a second that were to be sent. */
  public static final double RATE = 1_000;

  /** Nothing is wrong with it. */
  public static final Loads GOOD = new Loads(RATE, 1, 100, 5, 0, SinkState.WRITING, List.of());

  private static final WorkloadPlan WORKLOAD =
      Workloads.of("w", "logsink.workload { duration = 10s, producers { a { rate = 1000 } } }");

  /** It sent at another rate, or later. */
  public Loads withSending(double reached, long lateMillis) {
    return new Loads(
        reached, lateMillis, visibleMillis, growthMillis, droppedCount, state, problems);
  }

  Loads withVisible(long p99Millis, long growing) {
    return new Loads(
        reachedRate, latenessMillis, p99Millis, growing, droppedCount, state, problems);
  }

  /** It dropped some. */
  public Loads withDropped(long count) {
    return new Loads(
        reachedRate, latenessMillis, visibleMillis, growthMillis, count, state, problems);
  }

  /** Its sink was in another state, or records were not accounted for. */
  public Loads with(SinkState other, String... found) {
    return new Loads(
        reachedRate,
        latenessMillis,
        visibleMillis,
        growthMillis,
        droppedCount,
        other,
        List.of(found));
  }

  /** What it came to. */
  public LoadResult result() {
    return new LoadResult(
        "made",
        LoadPlan.of(WORKLOAD),
        new Promise(Durability.VOLATILE, Durability.VOLATILE),
        Map.of(),
        Map.of(),
        new SendResult(
            RATE,
            reachedRate,
            10_000,
            800_000,
            1,
            latency(1),
            latency(latenessMillis),
            Latency.NONE,
            null),
        latency(visibleMillis),
        Optional.empty(),
        new SinkLatencies(latency(1), Latency.NONE, latency(1), Latency.NONE),
        new TreeMap<>(),
        new TreeMap<>(),
        new Stretch(10_000, droppedCount, nanos(growthMillis), 0),
        List.of(),
        PipelineSnapshots.of(Instant.EPOCH, new TreeMap<>(), state),
        new IdCheck(10_000, 10_000, 0, true, 10_000, 0, problems));
  }

  private static Latency latency(long p99Millis) {
    long nanos = nanos(p99Millis);
    return new Latency(1_000, nanos, nanos / 2, nanos, nanos, nanos, 2 * nanos);
  }

  private static long nanos(long millis) {
    return Duration.ofMillis(millis).toNanos();
  }
}
