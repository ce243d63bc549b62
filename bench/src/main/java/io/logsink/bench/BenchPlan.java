package io.logsink.bench;

import io.logsink.api.record.LogBatch;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How to measure.
 *
 * @param folder where the stores are made and removed again
 * @param rounds how often each contender is measured, at least once
 * @param batchCount records of an append, 1 to {@link LogBatch#MAX_COUNT}
 * @param time about how long all of it may take
 * @param fitTime whether a round takes only as many of the lines as the time allows; otherwise all
 */
public record BenchPlan(Path folder, int rounds, int batchCount, Duration time, boolean fitTime) {
  /** Checks the numbers. */
  public BenchPlan {
    if (rounds < 1) {
      throw new IllegalArgumentException("rounds must be 1 or more, not " + rounds);
    }
    if (batchCount < 1 || batchCount > LogBatch.MAX_COUNT) {
      throw new IllegalArgumentException(
          "records of a batch must be 1 to %d, not %d".formatted(LogBatch.MAX_COUNT, batchCount));
    }
  }

  /** This plan when some of the time is spent already. */
  public BenchPlan without(Duration spent) {
    return new BenchPlan(folder, rounds, batchCount, time.minus(spent), fitTime);
  }
}
