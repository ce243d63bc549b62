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
 * What a workload's file says: the section {@code logsink.workload} of a config.
 *
 * @param description what it stands for, for people
 * @param warmUp how long it runs before anything is measured, 0 to 1 h
 * @param duration how long it is measured then, 100 ms to 1 day
 * @param store limits of the store
 * @param producers who sends, by names that are free
 * @param readers who reads meanwhile, by names that are free
 */
public record WorkloadSettings(
    String description,
    Duration warmUp,
    Duration duration,
    StoreLimits store,
    SortedMap<String, ProducerPlan> producers,
    SortedMap<String, ReaderPlan> readers) {
  private static final Duration SHORTEST = Duration.ofMillis(100);

  /** A minute after a warm-up of five seconds, in which nobody does anything. */
  public static final WorkloadSettings DEFAULT =
      new WorkloadSettings(
          "",
          Duration.ofSeconds(5),
          Duration.ofMinutes(1),
          StoreLimits.UNCHANGED,
          new TreeMap<>(),
          new TreeMap<>());

  /** Checks the times and that no two producers have the same source, and copies the maps. */
  public WorkloadSettings {
    if (warmUp.isNegative() || warmUp.compareTo(Duration.ofHours(1)) > 0) {
      throw new InvalidSettingException("warmUp", warmUp, "0 to 1 h");
    }
    if (duration.compareTo(SHORTEST) < 0 || duration.compareTo(Duration.ofDays(1)) > 0) {
      throw new InvalidSettingException("duration", duration, "100 ms to 1 day");
    }
    requireDistinct(producers);
    producers = Collections.unmodifiableSortedMap(new TreeMap<>(producers));
    readers = Collections.unmodifiableSortedMap(new TreeMap<>(readers));
  }

  private static void requireDistinct(Map<String, ProducerPlan> producers) {
    Set<String> sources = new HashSet<>();
    producers.forEach((name, producer) -> {
      if (!sources.add(producer.source())) {
        throw new InvalidSettingException(
            "producers",
            "%s with the source %s".formatted(name, producer.source()),
            "producers of different sources");
      }
    });
  }

  /** These with another description. */
  public WorkloadSettings withDescription(String other) {
    return new WorkloadSettings(other, warmUp, duration, store, producers, readers);
  }

  /** These with other times. */
  public WorkloadSettings withTimes(Duration otherWarmUp, Duration otherDuration) {
    return new WorkloadSettings(description, otherWarmUp, otherDuration, store, producers, readers);
  }

  /** These with others who take part. */
  public WorkloadSettings with(
      SortedMap<String, ProducerPlan> otherProducers, SortedMap<String, ReaderPlan> otherReaders) {
    return new WorkloadSettings(description, warmUp, duration, store, otherProducers, otherReaders);
  }
}
