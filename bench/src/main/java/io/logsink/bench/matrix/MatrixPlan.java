package io.logsink.bench.matrix;

import io.logsink.bench.stretch.StretchLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How to measure a matrix.
 *
 * @param folder where the stores are made and removed again
 * @param cells what is measured, at least one
 * @param rounds how often, at least once
 * @param limits how long and how much each time
 */
public record MatrixPlan(Path folder, List<Cell> cells, int rounds, StretchLimits limits) {
  /** How often a competing reader asks. */
  public static final Duration READER_EVERY = Duration.ofMillis(25);

  /** How often a second table is updated, in commits a second. */
  public static final int JOB_UPDATES_PER_SECOND = 100;

  private static final int WARM_UP_PART = 10;

  /** Opening, syncing, weighing and removing a store, as it was on a machine with two cores. */
  private static final Duration AROUND = Duration.ofMillis(350);

  /** Checks the numbers and copies the list. */
  public MatrixPlan {
    cells = List.copyOf(cells);
    if (rounds < 1) {
      throw new IllegalArgumentException("rounds must be 1 or more, not " + rounds);
    }
    if (cells.isEmpty()) {
      throw new IllegalArgumentException("a matrix needs a cell at least");
    }
  }

  /** Of the stretch that warms the JVM up and whose records are all read back. */
  StretchLimits warmUp() {
    return limits.withTime(limits.time().dividedBy(WARM_UP_PART));
  }

  /** How often a cell of this plan is opened. */
  int passCount() {
    return cells.size() * (rounds + 1);
  }

  /** About how long it takes, before anything is known of this machine. */
  public Duration estimate() {
    return Duration.ofNanos(estimate(passCount()));
  }

  /** About how many nanoseconds the first passes of it take. */
  long estimate(int passes) {
    int warm = Math.min(passes, cells.size());
    return passes * AROUND.toNanos()
        + warm * warmUp().time().toNanos()
        + (passes - warm) * limits.time().toNanos();
  }
}
