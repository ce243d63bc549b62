package io.logsink.bench.decide;

import io.logsink.bench.decide.Decider.Verdict;
import io.logsink.bench.decide.layout.Amounts;
import io.logsink.bench.decide.layout.Layout;
import io.logsink.bench.decide.layout.Requirements;
import io.logsink.bench.decide.layout.Shortfall.Kind;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What would change a verdict, and what would do as well.
 *
 * @param requirements what has to be kept to
 * @param verdict the verdict
 * @param now everything before
 * @param then everything after
 */
record Outlook(Requirements requirements, Verdict verdict, Layout now, Layout then) {
  /** What would be enough as well. */
  List<String> alternatives() {
    return verdict.alternatives().stream()
        .map(plan ->
            "%s Then it is %s the peak."
                .formatted(
                    Sentences.sentence(Sentences.steps(plan)), Sentences.times(plan.layout())))
        .toList();
  }

  /** What would change the answer. */
  List<String> flips() {
    if (now.placements().isEmpty()) {
      return List.of();
    }
    return switch (verdict.rule()) {
      case K1 -> List.of("It is no longer enough when " + limit(now, "more", "less"));
      case S1, R1, M1, R2, X1 ->
          List.of(
              nothingToDo(),
              "What is advised is no longer enough when " + limit(then, "more", "less"));
      case N1 -> List.of(nothingToDo());
      case E6 ->
          List.of("A measurement decides it: keep if it finds that " + limit(now, "more", "less"));
      case E1, E2, E3, E4, E5, E7 -> List.of();
    };
  }

  private String nothingToDo() {
    boolean crowded =
        requirements.shortfalls(now).stream().anyMatch(by -> by.kind() == Kind.HEADROOM);
    return crowded
        ? "Nothing would have to be done when " + limit(now, "less", "more")
        : "Nothing would have to be done if the limit that is broken were wider.";
  }

  /** At which peak, and at which capacity, a layout is just enough. */
  private String limit(Layout layout, String peakOr, String capacityOr) {
    double peak = layout.peak().records();
    if (Double.isInfinite(layout.used())) {
      return "nothing comes, since a store holds no load at all.";
    }
    double factor = requirements.mostUsed() / layout.used();
    return "the peak that comes into the stores is %s or %s (now %s), or when %s or %s."
        .formatted(
            Amounts.rate(peak * factor),
            peakOr,
            Amounts.rate(peak),
            capacities(layout, factor),
            capacityOr);
  }

  private static String capacities(Layout layout, double factor) {
    return layout.peaks().keySet().stream()
        .map(store ->
            "%s holds %s (measured %s)"
                .formatted(
                    store.label(), Amounts.rate(store.rate() / factor), Amounts.rate(store.rate())))
        .collect(Collectors.joining(" and "));
  }
}
