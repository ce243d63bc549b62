package io.logsink.bench.decide;

import io.logsink.bench.decide.evidence.Reduction;
import io.logsink.bench.decide.layout.Amounts;
import io.logsink.bench.decide.layout.Layout;
import io.logsink.bench.decide.layout.Placement;
import io.logsink.bench.decide.layout.Requirements;
import io.logsink.bench.decide.layout.Survey;
import io.logsink.bench.decide.rule.Rule;
import io.logsink.bench.load.LoadResult.Promise;
import io.logsink.pipeline.RateLimit;
import io.logsink.pipeline.SourceRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What is to happen to one source, in words.
 *
 * @param before where it goes now
 * @param after where it goes then
 * @param requirements what has to be kept to
 * @param now everything before
 * @param then everything after
 */
record Change(
    Placement before, Placement after, Requirements requirements, Layout now, Layout then) {
  Rule rule() {
    if (isMoved()) {
      return Rule.M1;
    }
    if (after.reduction().isPresent()) {
      return isLimited(after.reduction().get()) ? Rule.R2 : Rule.R1;
    }
    return before.store().equals(after.store()) ? Rule.K1 : Rule.S1;
  }

  private boolean isMoved() {
    return !before.store().backend().equals(after.store().backend());
  }

  private boolean isLimited(Reduction reduction) {
    SourceRule rule = reduction.rule();
    return !rule.rate().equals(RateLimit.NONE) && reduction.peakShare() < 1;
  }

  List<String> runIds() {
    return Stream.of(before, after)
        .flatMap(placement -> Survey.runIds(placement.store()).stream())
        .distinct()
        .toList();
  }

  String because() {
    String part =
        "%s at its peak are %s of what %s holds of such lines"
            .formatted(
                Amounts.rate(before.peak().records()),
                Amounts.percent(before.share()),
                before.store().label());
    String change = changes();
    return change.isEmpty() ? part : part + "; " + change;
  }

  private String changes() {
    List<String> changes = new ArrayList<>();
    after.reduction().ifPresent(reduction -> changes.add(reduced(reduction)));
    if (!before.store().equals(after.store())) {
      changes.add(
          "%s are %s of what %s holds"
              .formatted(
                  Amounts.rate(after.peak().records()),
                  Amounts.percent(after.share()),
                  after.store().label()));
    }
    return String.join("; ", changes);
  }

  private static String reduced(Reduction reduction) {
    return "%s leaves %s of its records (%s)"
        .formatted(
            rule(reduction.rule()), Amounts.percent(reduction.peakShare()), reduction.evidence());
  }

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

  private static String rule(SourceRule rule) {
    List<String> parts = new ArrayList<>();
    if (rule.coalesceWindow().isPositive()) {
      parts.add("merging repeats within %d s".formatted(rule.coalesceWindow().toSeconds()));
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

  /** The peak of this source at which all would be just enough, were the others as they are. */
  String flips() {
    boolean acted = rule() != Rule.K1;
    double room = requirements.mostUsed() - (acted ? now : then).used();
    double share = before.share();
    double peak = before.peak().records() * (1 + room / share);
    if (!acted) {
      return "a peak over %s, if the others stay".formatted(Amounts.rate(peak));
    }
    if (room >= 0) {
      return "a limit that asks for less";
    }
    return peak > 0
        ? "a peak of %s or less, if the others stay".formatted(Amounts.rate(peak))
        : "not this source alone: without it the others are still too much";
  }

  String costs() {
    List<String> costs = new ArrayList<>();
    after.reduction().ifPresent(reduction -> costs.add(lost(reduction)));
    if (!before.store().equals(after.store())) {
      costs.add(durability());
    }
    return String.join("; ", costs);
  }

  private String lost(Reduction reduction) {
    double lost = before.producer().peakRate() * (1 - reduction.peakShare());
    String which =
        isLimited(reduction)
            ? "those over the limit, whatever they say, but for WARN and above"
            : "of repeats all between the first and the last, which has their count";
    return "up to %s are not stored: %s".formatted(Amounts.rate(lost), which);
  }

  private String durability() {
    Promise was = before.store().promise();
    Promise is = after.store().promise();
    if (was.equals(is)) {
      return "nothing is lost, and records are as durable as before";
    }
    String change =
        after.store().promises(was) ? "records are more durable" : "durability is given up";
    return "%s: %s instead of %s".formatted(change, words(is), words(was));
  }

  private static String words(Promise promise) {
    return "%s when appended, %s when synced".formatted(promise.onAppend(), promise.onSync());
  }
}
