package io.logsink.bench.workload;

import io.logsink.api.record.Source;
import io.logsink.pipeline.LogPipeline;
import io.logsink.pipeline.PipelineStats;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes a workload of what a running pipeline counts, so that a store can be tried with one's own
 * producers. Two snapshots of its statistics give each source's mean rate and line length. Bursts
 * show only from four on, and only such as are longer than the time between two: a burst is then
 * replayed all at once, which is the worst it can have been. The lines are made up, of the length
 * that was measured.
 */
public final class WorkloadRecorder {
  /** As long as this many times the usual rate is no burst. */
  private static final double BURST_FACTOR = 2;

  private static final int LEAST_BURST = 10;
  private static final int LEAST_BURST_SNAPSHOTS = 4;
  private static final double NANOS = 1e9;

  private final List<Emissions> snapshots;

  private WorkloadRecorder(List<Emissions> snapshots) {
    this.snapshots = snapshots;
  }

  /**
   * The workload of the time from the first to the last of {@code snapshots}, with the readers of a
   * page that shows the source with the most records.
   *
   * @param snapshots of one pipeline, in the order they were taken, two or more
   * @throws IllegalArgumentException when they are not, or nothing was emitted meanwhile
   */
  public static WorkloadPlan of(String name, List<PipelineStats> snapshots) {
    return ofEmissions(name, snapshots.stream().map(Emissions::of).toList());
  }

  /**
   * The same of what is known from elsewhere.
   *
   * @throws IllegalArgumentException when they are not, or nothing was emitted meanwhile
   */
  public static WorkloadPlan ofEmissions(String name, List<Emissions> snapshots) {
    if (snapshots.size() < 2) {
      throw new IllegalArgumentException(
          "a workload needs two snapshots or more, not %d; take another after a while"
              .formatted(snapshots.size()));
    }
    return new WorkloadRecorder(List.copyOf(snapshots)).plan(name);
  }

  private WorkloadPlan plan(String name) {
    SortedMap<String, ProducerPlan> producers = new TreeMap<>();
    for (Source source : snapshots.getLast().sources().keySet()) {
      List<Step> steps = steps(source);
      if (!source.equals(LogPipeline.OWN_SOURCE) && Step.together(steps).recordCount() > 0) {
        producers.put(source.name(), producer(source, steps));
      }
    }
    if (producers.isEmpty()) {
      throw new IllegalArgumentException(
          "nothing was emitted from %s to %s; record while the producers work"
              .formatted(snapshots.getFirst().time(), snapshots.getLast().time()));
    }
    WorkloadSettings settings = WorkloadSettings.DEFAULT.with(producers, readers(producers));
    return new WorkloadPlan(name, settings.withDescription(description()));
  }

  private String description() {
    return "recorded from %s to %s in %d snapshots"
        .formatted(snapshots.getFirst().time(), snapshots.getLast().time(), snapshots.size());
  }

  /** What a source emitted from one snapshot to the next. */
  private record Step(long recordCount, long bodyBytes, double seconds) {
    static Step together(List<Step> steps) {
      return steps.stream().reduce(new Step(0, 0, 0), Step::plus);
    }

    private Step plus(Step other) {
      return new Step(
          recordCount + other.recordCount, bodyBytes + other.bodyBytes, seconds + other.seconds);
    }

    double rate() {
      return recordCount / seconds;
    }
  }

  private List<Step> steps(Source source) {
    List<Step> steps = new ArrayList<>();
    for (int i = 1; i < snapshots.size(); i++) {
      steps.add(step(source, snapshots.get(i - 1), snapshots.get(i)));
    }
    return steps;
  }

  private static Step step(Source source, Emissions before, Emissions after) {
    double seconds = Duration.between(before.time(), after.time()).toNanos() / NANOS;
    long count = after.of(source).recordCount() - before.of(source).recordCount();
    long bytes = after.of(source).bodyBytes() - before.of(source).bodyBytes();
    if (seconds <= 0 || count < 0 || bytes < 0) {
      throw new IllegalArgumentException(
          "the snapshots of %s and %s are not of one pipeline in the order they were taken"
              .formatted(before.time(), after.time()));
    }
    return new Step(count, bytes, seconds);
  }

  private static ProducerPlan producer(Source source, List<Step> steps) {
    Step all = Step.together(steps);
    BurstPlan burst = burst(steps, all);
    int meanBytes =
        Math.clamp(
            Math.round((double) all.bodyBytes() / all.recordCount()),
            1,
            LengthPlan.DEFAULT.maxBytes());
    LinesPlan lines = LinesPlan.DEFAULT.withLength(LengthPlan.DEFAULT.withMeanBytes(meanBytes));
    return new ProducerPlan(source.name(), Math.max(0, all.rate() - burst.rate()), burst, lines);
  }

  /** What is over the usual rate in steps that are far over it, spread evenly over the time. */
  private static BurstPlan burst(List<Step> steps, Step all) {
    double usual = steps.stream().mapToDouble(Step::rate).sorted().toArray()[steps.size() / 2];
    List<Double> sizes =
        steps.stream()
            .filter(step -> step.rate() > BURST_FACTOR * usual)
            .map(step -> step.recordCount() - usual * step.seconds())
            .filter(size -> size >= LEAST_BURST)
            .toList();
    if (sizes.isEmpty() || steps.size() + 1 < LEAST_BURST_SNAPSHOTS) {
      return BurstPlan.NONE;
    }
    double size = sizes.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    long everyMillis = (long) Math.ceil(all.seconds() * 1_000 / sizes.size());
    return new BurstPlan(
        (int) Math.min(size, BurstPlan.MOST_SIZE), Duration.ofMillis(Math.max(10, everyMillis)));
  }

  private static SortedMap<String, ReaderPlan> readers(SortedMap<String, ProducerPlan> producers) {
    String busiest =
        producers.values().stream()
            .max(Comparator.comparingDouble(ProducerPlan::meanRate))
            .map(ProducerPlan::source)
            .orElseThrow();
    SortedMap<String, ReaderPlan> readers = new TreeMap<>();
    readers.put("follow", ReaderPlan.of(ReaderKind.NEWEST).withSources(busiest));
    readers.put("scroll", ReaderPlan.of(ReaderKind.PAGE_BACK).withEvery(Duration.ofSeconds(2)));
    readers.put("search", ReaderPlan.of(ReaderKind.WORDS).withEvery(Duration.ofSeconds(5)));
    readers.put("chart", ReaderPlan.of(ReaderKind.HISTOGRAM).withEvery(Duration.ofSeconds(10)));
    return readers;
  }
}
