package io.logsink.bench.load;

import io.logsink.api.record.Source;
import io.logsink.bench.Promise;
import io.logsink.pipeline.Fate;
import io.logsink.pipeline.PipelineStats;
import io.logsink.pipeline.SourceStats;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a load on one store came to.
 *
 * @param label what the contender is called
 * @param plan the load
 * @param promise what the sink promises
 * @param settings what it was opened with
 * @param engine what the engine says about itself, read back in the end
 * @param sent what the producers did
 * @param visible from when a record was due until it was visible
 * @param durable from when a record was due until it would survive a loss of power; empty when it
 *     never would for certain
 * @param calls how long the pipeline's calls into the sink took
 * @param sources what became of each source's records
 * @param readers how the readers fared, by name
 * @param stretch what the pipeline counted while it was measured
 * @param timeline how it stood, about each second
 * @param stats the pipeline in the end
 * @param ids whether all records are accounted for
 */
public record LoadResult(
    String label,
    LoadPlan plan,
    Promise promise,
    Map<String, String> settings,
    Map<String, String> engine,
    SendResult sent,
    Latency visible,
    Optional<Latency> durable,
    SinkLatencies calls,
    SortedMap<Source, SourceResult> sources,
    SortedMap<String, ReaderResult> readers,
    Stretch stretch,
    List<Moment> timeline,
    PipelineStats stats,
    IdCheck ids) {
  private static final Set<Fate> DROPS =
      Collections.unmodifiableSet(EnumSet.of(Fate.OVERFLOWED, Fate.REJECTED, Fate.FAILED));

  /** Copies the collections. */
  public LoadResult {
    settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    engine = Collections.unmodifiableMap(new TreeMap<>(engine));
    sources = Collections.unmodifiableSortedMap(new TreeMap<>(sources));
    readers = Collections.unmodifiableSortedMap(new TreeMap<>(readers));
    timeline = List.copyOf(timeline);
  }

  /**
   * From the end of the warm-up to the last record.
   *
   * @param emittedCount records that were emitted
   * @param droppedCount records that were lost though nobody asked for it: overflowed, rejected or
   *     failed; those of the drain that follows are among them
   * @param growthNanos how much later records were visible in its last quarter than in its first,
   *     by the medians: a store that is too slow puts off more and more
   * @param drainNanos how long it took afterwards until the pipeline was empty and closed
   */
  public record Stretch(long emittedCount, long droppedCount, long growthNanos, long drainNanos) {}

  /** The records of one account that were lost though nobody asked for it. */
  static long droppedCount(SourceStats account) {
    return DROPS.stream().mapToLong(fate -> account.with(fate).recordCount()).sum();
  }

  /** Those of all of the workload's sources, warm-up included. */
  public long droppedCount() {
    return sources.values().stream().mapToLong(source -> droppedCount(source.stats())).sum();
  }
}
