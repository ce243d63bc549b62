package io.logsink.bench.workload;

import io.logsink.api.InvalidSettingException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A workload: who sends what and how fast, and who reads meanwhile. An immutable value.
 *
 * @param name what it is called
 * @param settings what it says besides who takes part
 * @param producers the producers by their names, one at least
 * @param readers the readers by their names
 */
public record WorkloadPlan(
    String name,
    WorkloadSettings settings,
    SortedMap<String, ProducerPlan> producers,
    SortedMap<String, ReaderPlan> readers) {
  /** Copies the maps, and checks that no two producers have the same source. */
  public WorkloadPlan {
    producers = Collections.unmodifiableSortedMap(new TreeMap<>(producers));
    readers = Collections.unmodifiableSortedMap(new TreeMap<>(readers));
    if (producers.isEmpty()) {
      throw new InvalidSettingException("producers", "{}", "one producer or more");
    }
    requireDistinct(producers);
  }

  private static void requireDistinct(Map<String, ProducerPlan> producers) {
    Set<String> sources = new HashSet<>();
    producers.forEach((name, producer) -> {
      if (!sources.add(producer.source())) {
        throw new InvalidSettingException(
            "producers." + name + ".source",
            '"' + producer.source() + '"',
            "a source that no other producer has");
      }
    });
  }

  /** Records a second of all producers together, on average. */
  public double rate() {
    return producers.values().stream().mapToDouble(ProducerPlan::meanRate).sum();
  }

  /** This workload without its readers. */
  public WorkloadPlan withoutReaders() {
    return new WorkloadPlan(name, settings, producers, new TreeMap<>());
  }

  /** This workload for another time. */
  public WorkloadPlan withTimes(Duration warmUp, Duration duration) {
    return new WorkloadPlan(name, settings.withTimes(warmUp, duration), producers, readers);
  }
}
