package io.logsink.bench.compare;

import java.util.List;
import java.util.Optional;

/**
 * Two arms that promise the same, compared.
 *
 * @param first the label of one
 * @param second that of the other
 * @param ratio the time of the second by that of the first
 * @param rounds that ratio in each round
 * @param noiseFactor the larger of the factors, 1 or more, by which they differ from themselves
 * @param verdict what that says
 * @param reason why, in words
 */
public record PairResult(
    String first,
    String second,
    Interval ratio,
    List<Double> rounds,
    double noiseFactor,
    Verdict verdict,
    String reason) {
  /** Copies the list. */
  public PairResult {
    rounds = List.copyOf(rounds);
  }

  /** The label of the one that is named as slower; empty when none is. */
  public Optional<String> slower() {
    return switch (verdict) {
      case SECOND_SLOWER -> Optional.of(second);
      case FIRST_SLOWER -> Optional.of(first);
      case WITHIN_NOISE, CANNOT_TELL -> Optional.empty();
    };
  }
}
