package io.logsink.bench.workload;

import io.logsink.api.InvalidSettingException;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A workload: who sends what and how fast, and who reads meanwhile. An immutable value.
 *
 * @param name what it is called
 * @param settings what it says; one producer at least
 */
public record WorkloadPlan(String name, WorkloadSettings settings) {
  /** Checks that there is a producer. */
  public WorkloadPlan {
    if (settings.producers().isEmpty()) {
      throw new InvalidSettingException("producers", "{}", "one producer or more");
    }
  }

  /** Who sends, by name. */
  public SortedMap<String, ProducerPlan> producers() {
    return settings.producers();
  }

  /** Who reads, by name. */
  public SortedMap<String, ReaderPlan> readers() {
    return settings.readers();
  }

  /** Records a second of all producers together, on average. */
  public double rate() {
    return producers().values().stream().mapToDouble(ProducerPlan::meanRate).sum();
  }

  /** This workload without its readers. */
  public WorkloadPlan withoutReaders() {
    return new WorkloadPlan(name, settings.with(producers(), new TreeMap<>()));
  }

  /** This workload for another time. */
  public WorkloadPlan withTimes(Duration warmUp, Duration duration) {
    return new WorkloadPlan(name, settings.withTimes(warmUp, duration));
  }
}
