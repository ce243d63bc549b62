package io.logsink.bench.workload;

import io.logsink.api.record.Source;
import io.logsink.pipeline.PipelineStats;
import io.logsink.pipeline.Tally;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What producers have emitted up to one moment, since the counters began.
 *
 * @param time the moment
 * @param sources how much of each source
 */
public record Emissions(Instant time, SortedMap<Source, Tally> sources) {
  /** Copies the map. */
  public Emissions {
    sources = Collections.unmodifiableSortedMap(new TreeMap<>(sources));
  }

  /** What a pipeline has counted. */
  public static Emissions of(PipelineStats stats) {
    SortedMap<Source, Tally> sources = new TreeMap<>();
    stats.sources().forEach((source, account) -> sources.put(source, account.emitted()));
    return new Emissions(stats.time(), sources);
  }

  Tally of(Source source) {
    return sources.getOrDefault(source, Tally.ZERO);
  }
}
