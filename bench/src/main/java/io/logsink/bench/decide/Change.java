package io.logsink.bench.decide;

import io.logsink.bench.Promise;
import io.logsink.bench.decide.evidence.Reduction;
import io.logsink.bench.decide.layout.Amounts;
import io.logsink.bench.decide.layout.Layout;
import io.logsink.bench.decide.layout.Placement;
import io.logsink.bench.decide.layout.Requirements;
import io.logsink.bench.decide.layout.Survey;
import io.logsink.bench.decide.rule.Rule;
import io.logsink.pipeline.RateLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    if (reduction().isPresent()) {
      return isLimited(reduction().get()) ? Rule.R2 : Rule.R1;
    }
    return before.store().equals(after.store()) ? Rule.K1 : Rule.S1;
  }

  private boolean isMoved() {
    return !before.store().backend().equals(after.store().backend());
  }

  /** What takes records away that nothing takes away now. */
  private Optional<Reduction> reduction() {
    return after.reduction().filter(_ -> !after.reduction().equals(before.reduction()));
  }

  private boolean isLimited(Reduction reduction) {
    RateLimit was = before.reduction().map(by -> by.rule().rate()).orElse(RateLimit.NONE);
    return !reduction.rule().rate().equals(was);
  }

  List<String> runIds() {
    return Stream.of(before, after)
        .flatMap(placement -> Survey.runIds(placement.store()).stream())
        .distinct()
        .toList();
  }

  String because() {
    String change = changes();
    return change.isEmpty() ? part() : part() + "; " + change;
  }

  private String part() {
    String peak = Amounts.rate(before.peak().records()) + " at its peak";
    String label = before.store().label();
    return Double.isInfinite(before.share())
        ? "%s, and %s holds no load at all".formatted(peak, label)
        : "%s are %s of what %s holds of such lines"
            .formatted(peak, Amounts.percent(before.share()), label);
  }

  private String changes() {
    List<String> changes = new ArrayList<>();
    reduction().ifPresent(by -> changes.add(reduced(by)));
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
            RuleWords.text(reduction.rule()),
            Amounts.percent(reduction.peakShare()),
            reduction.evidence());
  }

  /** The peak of this source at which all would be just enough, were the others as they are. */
  String flips() {
    boolean acted = rule() != Rule.K1;
    double room = requirements.mostUsed() - (acted ? now : then).used();
    if (!acted) {
      return "a peak over %s, if the others stay".formatted(Amounts.rate(peakWith(room)));
    }
    if (room >= 0) {
      return "a limit that asks for less";
    }
    return peakWith(room) > 0
        ? "a peak of %s or less, if the others stay".formatted(Amounts.rate(peakWith(room)))
        : "not this source alone: without it the others are still too much";
  }

  private double peakWith(double room) {
    return Double.isInfinite(room) ? 0 : before.peak().records() * (1 + room / before.share());
  }

  String costs() {
    List<String> costs = new ArrayList<>();
    reduction().ifPresent(by -> costs.add(lost(by)));
    if (!before.store().equals(after.store())) {
      costs.add(durability());
    }
    return String.join("; ", costs);
  }

  private String lost(Reduction reduction) {
    double lost = before.peak().records() - after.peak().records();
    String which =
        isLimited(reduction)
            ? "those over the limit, whatever they say, but for WARN and above"
            : "of repeats all between the first and the last, which has their count";
    return "up to %s are not stored: %s".formatted(Amounts.rate(lost), which);
  }

  private String durability() {
    Promise was = before.store().promise();
    Promise is = after.store().promise();
    if (before.store().settings().isEmpty()) {
      return "records survive: %s; what they survive now is not known".formatted(words(is));
    }
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
