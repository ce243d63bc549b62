package io.logsink.bench.decide;

import io.logsink.bench.decide.layout.Amounts;
import io.logsink.pipeline.RateLimit;
import io.logsink.pipeline.SourceRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says what a rule does. */
final class RuleWords {
  private static final double MILLIS = 1_000;

  private RuleWords() {}

  /** How a rule reduces. */
  static String means(SourceRule rule) {
    List<String> means = new ArrayList<>();
    if (rule.coalesceWindow().isPositive()) {
      means.add("merging repeats");
    }
    if (!rule.rate().equals(RateLimit.NONE)) {
      means.add("limiting the rate");
    }
    return String.join(" and ", means);
  }

  /** The same with its figures. */
  static String text(SourceRule rule) {
    List<String> parts = new ArrayList<>();
    if (rule.coalesceWindow().isPositive()) {
      parts.add("merging repeats within %s s".formatted(seconds(rule.coalesceWindow())));
    }
    if (!rule.rate().equals(RateLimit.NONE)) {
      parts.add(
          String.format(
              Locale.ROOT,
              "a limit of %,d records/s and %,d at once",
              rule.rate().perSecondCount(),
              rule.rate().burstCount()));
    }
    return String.join(" and ", parts);
  }

  private static String seconds(Duration time) {
    return Amounts.number(time.toMillis() / MILLIS);
  }
}
