package io.logsink.bench.compare;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a self test came to.
 *
 * @param planted the slowdown that was planted, 0.2 is 20 %
 * @param plain the comparisons in which nothing was
 * @param slowed the comparisons in which one arm had it
 */
public record SelfTestResult(
    double planted, List<CompareResult> plain, List<CompareResult> slowed) {
  /** Copies the lists. */
  public SelfTestResult {
    plain = List.copyOf(plain);
    slowed = List.copyOf(slowed);
  }

  /**
   * How comparisons of one kind came out.
   *
   * @param rightCount those that named the slower arm, or none when there was none
   * @param wrongCount those that named an arm that was not slower
   * @param missedCount those that found nothing beyond noise though an arm was slower
   * @param cannotTellCount those that said so
   */
  public record Counts(int rightCount, int wrongCount, int missedCount, int cannotTellCount) {}

  /** Of those in which nothing was planted. */
  public Counts plainCounts() {
    return counts(plain);
  }

  /** Of those in which something was. */
  public Counts slowedCounts() {
    return counts(slowed);
  }

  /** Whether none was wrong, none missed anything, and not all said that they cannot tell. */
  public boolean passed() {
    return passed(plainCounts()) && passed(slowedCounts());
  }

  private static boolean passed(Counts counts) {
    return counts.rightCount() > 0 && counts.wrongCount() == 0 && counts.missedCount() == 0;
  }

  private static Counts counts(List<CompareResult> results) {
    return new Counts(
        count(results, Outcome.RIGHT),
        count(results, Outcome.WRONG),
        count(results, Outcome.MISSED),
        count(results, Outcome.CANNOT_TELL));
  }

  private static int count(List<CompareResult> results, Outcome outcome) {
    Predicate<CompareResult> isSo = result -> Outcome.of(result) == outcome;
    return (int) results.stream().filter(isSo).count();
  }

  private enum Outcome {
    RIGHT,
    WRONG,
    MISSED,
    CANNOT_TELL;

    /** Where an arm has failed there is no pair. */
    static Outcome of(CompareResult result) {
      return result.pairs().isEmpty()
          ? CANNOT_TELL
          : of(result.pairs().getFirst(), slowLabel(result));
    }

    private static Outcome of(PairResult pair, Optional<String> slow) {
      return switch (pair.verdict()) {
        case CANNOT_TELL -> CANNOT_TELL;
        case WITHIN_NOISE -> slow.isEmpty() ? RIGHT : MISSED;
        case FIRST_SLOWER, SECOND_SLOWER -> pair.slower().equals(slow) ? RIGHT : WRONG;
      };
    }

    private static Optional<String> slowLabel(CompareResult result) {
      return result.arms().stream()
          .filter(member -> member.arm().plantedSlowdown() > 0)
          .map(ArmResult::label)
          .findFirst();
    }
  }
}
