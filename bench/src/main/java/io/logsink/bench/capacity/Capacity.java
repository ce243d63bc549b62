package io.logsink.bench.capacity;

import java.util.List;
import java.util.Optional;

/**
 * The highest rate that a store holds, as far as it could be told.
 *
 * @param outcome what is known
 * @param rate the highest rate, in records a second, that held; 0 when none did
 * @param refused the lowest rate that did not hold, with the reason; empty when there is none
 * @param confirmCount how often {@code rate} held in a row in the end
 * @param trials every trial, in order
 */
public record Capacity(
    Outcome outcome, double rate, Optional<Trial> refused, int confirmCount, List<Trial> trials) {
  /** Copies the list. */
  public Capacity {
    trials = List.copyOf(trials);
  }

  /** How much is known. */
  public enum Outcome {
    /** It lies between {@code rate}, which was confirmed, and {@code refused}. */
    FOUND,
    /** It is {@code rate}, which was confirmed, or more: higher rates could not be made. */
    AT_LEAST,
    /** Not even the lowest rate held. */
    NONE,
    /** The trials contradict each other, or were not enough. */
    UNSURE,
    /** Records were not accounted for, or something failed; {@code refused} says what. */
    BROKEN
  }

  /** How far the lowest refused rate lies above the highest held one, 0.05 is 5 %. */
  public double resolution() {
    return refused.map(trial -> trial.rate() / rate - 1).orElse(Double.POSITIVE_INFINITY);
  }

  /** The whole in one sentence. */
  public String sentence() {
    String reason = refused.map(Trial::reason).orElse("no higher rate was tried");
    String upper = refused.map(trial -> Amounts.rate(trial.rate())).orElse("any rate");
    return switch (outcome) {
      case FOUND -> "holds %s, and not %s: %s".formatted(Amounts.rate(rate), upper, reason);
      case AT_LEAST -> "holds %s at least: %s".formatted(Amounts.rate(rate), reason);
      case NONE -> "holds not even %s: %s".formatted(upper, reason);
      case UNSURE ->
          "cannot tell after %d trials; the last that did not hold was %s: %s"
              .formatted(trials.size(), upper, reason);
      case BROKEN -> "cannot tell: " + reason;
    };
  }
}
