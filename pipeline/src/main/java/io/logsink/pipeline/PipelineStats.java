package io.logsink.pipeline;

import io.logsink.api.record.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline at one moment. Its accounts are over the life of the counters file, everything else is
 * since the pipeline was opened.
 *
 * @param time when
 * @param sources each source's account, by name
 * @param rates how fast each account grows, by name
 * @param depth what is in the pipeline
 * @param sink how the sink does
 * @param settings the limits in force
 * @param maxRecordBytes the longest body that the sink takes
 */
public record PipelineStats(
    Instant time,
    SortedMap<Source, SourceStats> sources,
    SortedMap<Source, SourceRates> rates,
    Depth depth,
    SinkHealth sink,
    PipelineSettings settings,
    int maxRecordBytes) {
  /** Copies the maps. */
  public PipelineStats {
    sources = Collections.unmodifiableSortedMap(new TreeMap<>(sources));
    rates = Collections.unmodifiableSortedMap(new TreeMap<>(rates));
  }

  /** The account of all sources together. */
  public SourceStats total() {
    return sources.values().stream().reduce(SourceStats.ZERO, SourceStats::plus);
  }

  /** The account of {@code source}; nothing when it never emitted. */
  public SourceStats of(Source source) {
    return sources.getOrDefault(source, SourceStats.ZERO);
  }

  /** How fast the account of all sources together grows. */
  public SourceRates totalRates() {
    return rates.values().stream().reduce(SourceRates.ZERO, SourceRates::plus);
  }

  /** How fast the account of {@code source} grows; not at all when it never emitted. */
  public SourceRates ratesOf(Source source) {
    return rates.getOrDefault(source, SourceRates.ZERO);
  }

  /**
   * What is in the pipeline.
   *
   * @param queuedCount records that wait for the drainer
   * @param inHandCount records that the drainer hands to the sink
   * @param heldCount records that reducers hold
   * @param weightBytes what all of them take of the bound in bytes
   * @param oldestAge how long the oldest queued one has waited
   */
  public record Depth(
      int queuedCount, int inHandCount, int heldCount, long weightBytes, Duration oldestAge) {}

  /** How the sink is doing. */
  public enum SinkState {
    /** It takes what it is given. */
    WRITING,
    /** The last append failed for now and is tried again. */
    RETRYING,
    /** It is damaged, or broke its contract; nothing is written any more. */
    STOPPED
  }

  /**
   * How the sink does.
   *
   * @param state whether it takes records
   * @param lastFault the last thing that went wrong, or null
   * @param retryCount appends that were tried again
   * @param syncCount syncs that were done
   * @param batchRecordCount records of the batches that were stored
   * @param appendNanos how long their appends took
   */
  public record SinkHealth(
      SinkState state,
      @Nullable String lastFault,
      long retryCount,
      long syncCount,
      Distribution batchRecordCount,
      Distribution appendNanos) {}
}
