package io.logsink.bench.matrix.report;

import io.logsink.bench.matrix.report.FactorCost.Ratio;
import java.util.List;

/**
 * What the pairs of one value of a factor come to in a word, so that two runs can be compared by
 * their words.
 */
enum LeadingWord {
  /** Every pair is beyond noise, and under 1. */
  SLOWER("slower"),
  /** Every pair is beyond noise, and over 1. */
  FASTER("faster"),
  /** Three of four pairs or more are within noise, and the others are on one side of 1. */
  WITHIN_NOISE("within noise"),
  /** Anything else: it is another thing with other settings. */
  DEPENDS("depends");

  private final String text;

  LeadingWord(String text) {
    this.text = text;
  }

  /** The word of at least one ratio of records a second. */
  static LeadingWord of(List<Ratio> ratios) {
    long within = ratios.stream().filter(Ratio::withinNoise).count();
    long over = ratios.stream().filter(ratio -> !ratio.withinNoise() && ratio.median() > 1).count();
    long under = ratios.size() - within - over;
    if (over > 0 && under > 0) {
      return DEPENDS;
    }
    if (within == 0) {
      return over > 0 ? FASTER : SLOWER;
    }
    return within >= 3 * (over + under) ? WITHIN_NOISE : DEPENDS;
  }

  /** As a sentence begins with it. */
  String text() {
    return text;
  }
}
