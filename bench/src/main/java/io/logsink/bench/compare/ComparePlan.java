package io.logsink.bench.compare;

import io.logsink.api.record.LogBatch;
import io.logsink.bench.workload.WorkloadPlan;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How to compare.
 *
 * @param workload whose lines are appended, each producer's in proportion to its rate
 * @param folder where the stores are made and removed again
 * @param rounds how often each arm is measured, up to {@value #MOST_ROUNDS}
 * @param stretch about how long an arm appends in a round, on average over the arms, 10 ms to 1 min
 * @param batchCount records of an append
 * @param effect the difference that is asked about: 0.2 is one takes 20 % longer; 0.01 to 10
 * @param syncEach whether a sync follows each append, so that those are equal that promise the same
 *     after a sync; otherwise one follows the last
 * @param seed what the order within the rounds is drawn with
 * @param forced whether to go on, and give a verdict, on a busy host
 */
public record ComparePlan(
    WorkloadPlan workload,
    Path folder,
    int rounds,
    Duration stretch,
    int batchCount,
    double effect,
    boolean syncEach,
    long seed,
    boolean forced) {
  /** The confidence of all intervals of one kind together. */
  public static final double CONFIDENCE = 0.95;

  private static final int MOST_ROUNDS = 200;
  private static final Duration SHORTEST = Duration.ofMillis(10);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  /** Checks the numbers. */
  public ComparePlan {
    int fewest = Interval.fewest(CONFIDENCE);
    require(
        rounds >= fewest && rounds <= MOST_ROUNDS,
        "rounds must be %d to %d, not %d".formatted(fewest, MOST_ROUNDS, rounds));
    require(
        stretch.compareTo(SHORTEST) >= 0 && stretch.compareTo(LONGEST) <= 0,
        "a stretch must be 10 ms to 1 min, not " + stretch);
    require(
        batchCount >= 1 && batchCount <= LogBatch.MAX_COUNT,
        "records of a batch must be 1 to %d, not %d".formatted(LogBatch.MAX_COUNT, batchCount));
    require(
        effect >= 0.01 && effect <= 10,
        "the effect must be 1 %% to 1000 %%, not %.1f %%".formatted(100 * effect));
  }

  private static void require(boolean right, String message) {
    if (!right) {
      throw new IllegalArgumentException(message);
    }
  }

  /** This plan with another seed. */
  public ComparePlan withSeed(long other) {
    return new ComparePlan(
        workload, folder, rounds, stretch, batchCount, effect, syncEach, other, forced);
  }
}
