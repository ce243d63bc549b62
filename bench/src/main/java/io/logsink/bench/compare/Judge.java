package io.logsink.bench.compare;

import java.util.Locale;

/**
 * Says what the interval of a ratio means. In this order:
 *
 * <ol>
 *   <li>The same arm measured twice differs by more than the effect: {@link Verdict#CANNOT_TELL}.
 *   <li>The whole interval is beyond what the same arm measured twice differs by: the slower one is
 *       named.
 *   <li>The whole interval is less than the effect: {@link Verdict#WITHIN_NOISE}.
 *   <li>Else there may be such an effect or none: {@link Verdict#CANNOT_TELL}.
 * </ol>
 *
 * @param effect the difference that is asked about: 0.2 is one takes 20 % longer than the other
 */
record Judge(double effect) {
  /** A verdict and why it is so. */
  record Judgement(Verdict verdict, String reason) {}

  /**
   * Judges.
   *
   * @param ratio the time of the second by that of the first
   * @param noise the factor, 1 or more, by which the same arm differs from itself
   */
  Judgement judge(Interval ratio, double noise) {
    if (noise > 1 + effect) {
      return cannotTell(
          "the noise floor of %s is more than the %s asked about; take a quieter host, a longer --stretch or a larger --effect"
              .formatted(percent(noise - 1), percent(effect)));
    }
    if (ratio.low() > noise) {
      return new Judgement(Verdict.SECOND_SLOWER, beyond(noise));
    }
    if (ratio.high() < 1 / noise) {
      return new Judgement(Verdict.FIRST_SLOWER, beyond(noise));
    }
    if (ratio.isWithin(1 + effect)) {
      return new Judgement(
          Verdict.WITHIN_NOISE, "a difference of %s would have shown".formatted(percent(effect)));
    }
    return cannotTell(
        "the interval reaches from within the noise floor of %s to more than the %s asked about; take more --rounds"
            .formatted(percent(noise - 1), percent(effect)));
  }

  private static Judgement cannotTell(String reason) {
    return new Judgement(Verdict.CANNOT_TELL, reason);
  }

  private static String beyond(double noise) {
    return "beyond the noise floor of " + percent(noise - 1);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
