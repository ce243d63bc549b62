package io.logsink.bench.matrix.report;

import io.logsink.bench.compare.ComparePlan;
import io.logsink.bench.compare.Interval;
import io.logsink.bench.matrix.report.FactorCost.Ratio;
import java.util.List;
import java.util.Optional;

/**
 * What the pairs of one value of a factor come to in a word, so that two runs can be compared by
 * their words.
 */
enum LeadingWord {
  /** The interval of the ratio is under 1 by more than nothing to speak of. */
  SLOWER("slower"),
  /** It is over 1 by more than that. */
  FASTER("faster"),
  /** It is not: another run might turn it around. */
  WITHIN_NOISE("within noise"),
  /**
   * Some pairs are slower beyond noise, and some faster: it is another thing with other settings.
   */
  DEPENDS("depends"),
  /** There are too few rounds for an interval. */
  CANNOT_TELL("cannot tell");

  /** A tenth: cells that are alike differ by as much from run to run. */
  private static final double NEGLIGIBLE = 1.1;

  /** One on the other side may be chance: a matrix has some hundred pairs. */
  private static final int SIDE_COUNT = 2;

  private final String text;

  LeadingWord(String text) {
    this.text = text;
  }

  /**
   * The word for some pairs.
   *
   * @param pairs how each came out
   * @param interval of the ratios of all pairs and rounds
   */
  static LeadingWord of(List<Ratio> pairs, Optional<Interval> interval) {
    long over = pairs.stream().filter(pair -> !pair.withinNoise() && pair.median() > 1).count();
    long under = pairs.stream().filter(pair -> !pair.withinNoise() && pair.median() < 1).count();
    if (Math.min(over, under) >= SIDE_COUNT) {
      return DEPENDS;
    }
    return interval.map(LeadingWord::of).orElse(CANNOT_TELL);
  }

  private static LeadingWord of(Interval ratio) {
    if (ratio.high() < 1 / NEGLIGIBLE) {
      return SLOWER;
    }
    return ratio.low() > NEGLIGIBLE ? FASTER : WITHIN_NOISE;
  }

  /** The interval of {@code ratios}; empty when there are too few. */
  static Optional<Interval> interval(List<Double> ratios) {
    return ratios.size() < Interval.fewest(ComparePlan.CONFIDENCE)
        ? Optional.empty()
        : Optional.of(Interval.of(ratios, ComparePlan.CONFIDENCE));
  }

  /** As a sentence begins with it. */
  String text() {
    return text;
  }
}
