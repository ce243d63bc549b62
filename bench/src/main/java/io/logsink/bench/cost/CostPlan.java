package io.logsink.bench.cost;

import io.logsink.bench.stretch.StretchLimits;
import java.nio.file.Path;

/**
 * How to measure costs.
 *
 * @param folder where the stores are made and removed again
 * @param rounds how often each contender is measured, at least once
 * @param batchCount records of an append
 * @param limits how much is appended each time
 * @param killCount how many records a process has appended when it is killed, at least
 */
public record CostPlan(
    Path folder, int rounds, int batchCount, StretchLimits limits, int killCount) {
  /** Checks the numbers. */
  public CostPlan {
    if (rounds < 1) {
      throw new IllegalArgumentException("rounds must be 1 or more, not " + rounds);
    }
    if (killCount < 1) {
      throw new IllegalArgumentException(
          "a process needs a record at least before it is killed, not " + killCount);
    }
  }
}
