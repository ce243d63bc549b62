package io.logsink.pipeline;

import io.logsink.api.InvalidSettingException;
import io.logsink.api.record.Source;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The settings of a pipeline.
 *
 * @param countersFile where the counters are kept across restarts; one pipeline, one file
 * @param maxBytes the most bytes of records in the pipeline, as it weighs them: bodies, attributes
 *     and {@link LogPipeline#RECORD_OVERHEAD_BYTES} for each record; 64 KiB or more
 * @param maxRecordCount the most records in the pipeline, 16 or more
 * @param maxSourceCount the most sources with an account of their own, 1 to 100,000; those that
 *     come later share one
 * @param batch when records are handed to the sink
 * @param retry how failed appends are tried again
 * @param timers what is done by the clock
 * @param closeTime how long {@link LogPipeline#close()} drains
 * @param rules how sources are treated; the first whose glob matches counts, and {@link
 *     SourceRule#DEFAULT} where none does
 */
public record PipelineSettings(
    Path countersFile,
    long maxBytes,
    int maxRecordCount,
    int maxSourceCount,
    BatchSettings batch,
    RetrySettings retry,
    TimerSettings timers,
    Duration closeTime,
    List<SourceRule> rules) {
  private static final long LEAST_MAX_BYTES = 64L << 10;
  private static final int LEAST_MAX_RECORD_COUNT = 16;
  private static final int MOST_MAX_SOURCE_COUNT = 100_000;

  /** 10 MiB, 50,000 records, 1,000 sources; ten seconds to close; no rules. */
  public static final PipelineSettings DEFAULT =
      new PipelineSettings(
          Path.of("logsink-data", "pipeline-counters"),
          10L << 20,
          50_000,
          1_000,
          BatchSettings.DEFAULT,
          RetrySettings.DEFAULT,
          TimerSettings.DEFAULT,
          Duration.ofSeconds(10),
          List.of());

  /** Checks the numbers and copies the rules. */
  public PipelineSettings {
    if (maxBytes < LEAST_MAX_BYTES) {
      throw new InvalidSettingException("maxBytes", maxBytes, "64 KiB or more");
    }
    if (maxRecordCount < LEAST_MAX_RECORD_COUNT) {
      throw new InvalidSettingException("maxRecordCount", maxRecordCount, "16 or more");
    }
    if (maxSourceCount < 1 || maxSourceCount > MOST_MAX_SOURCE_COUNT) {
      throw new InvalidSettingException("maxSourceCount", maxSourceCount, "1 to 100000");
    }
    requireBatch(batch, maxBytes, maxRecordCount);
    if (closeTime.isNegative() || closeTime.compareTo(Duration.ofHours(1)) > 0) {
      throw new InvalidSettingException("closeTime", closeTime, "0 to 1 h");
    }
    rules = List.copyOf(rules);
  }

  /** What is being appended cannot be shed, so most of the bound has to be left for the queue. */
  private static void requireBatch(BatchSettings batch, long maxBytes, int maxRecordCount) {
    if (batch.maxBytes() > maxBytes / 2) {
      throw new InvalidSettingException(
          "batch.maxBytes", batch.maxBytes(), "half of maxBytes or less: " + maxBytes / 2);
    }
    if (batch.maxRecordCount() > maxRecordCount / 2) {
      throw new InvalidSettingException(
          "batch.maxRecordCount",
          batch.maxRecordCount(),
          "half of maxRecordCount or less: " + maxRecordCount / 2);
    }
  }

  /** These with another counters file. */
  public PipelineSettings withCountersFile(Path other) {
    return new PipelineSettings(
        other, maxBytes, maxRecordCount, maxSourceCount, batch, retry, timers, closeTime, rules);
  }

  /** These with other bounds. */
  public PipelineSettings withBounds(
      long otherMaxBytes, int otherMaxRecordCount, BatchSettings otherBatch) {
    return new PipelineSettings(
        countersFile,
        otherMaxBytes,
        otherMaxRecordCount,
        maxSourceCount,
        otherBatch,
        retry,
        timers,
        closeTime,
        rules);
  }

  /** These with another number of sources. */
  public PipelineSettings withMaxSourceCount(int other) {
    return new PipelineSettings(
        countersFile, maxBytes, maxRecordCount, other, batch, retry, timers, closeTime, rules);
  }

  /** These with other times. */
  public PipelineSettings withTimes(
      RetrySettings otherRetry, TimerSettings otherTimers, Duration otherCloseTime) {
    return new PipelineSettings(
        countersFile,
        maxBytes,
        maxRecordCount,
        maxSourceCount,
        batch,
        otherRetry,
        otherTimers,
        otherCloseTime,
        rules);
  }

  /** These with other rules. */
  public PipelineSettings withRules(List<SourceRule> other) {
    return new PipelineSettings(
        countersFile,
        maxBytes,
        maxRecordCount,
        maxSourceCount,
        batch,
        retry,
        timers,
        closeTime,
        other);
  }

  SourceRule ruleFor(Source source) {
    return rules.stream().filter(rule -> rule.isFor(source)).findFirst().orElse(SourceRule.DEFAULT);
  }
}
