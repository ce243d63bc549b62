package io.logsink.bench.decide.layout;

import io.logsink.bench.decide.layout.Shortfall.Kind;
import io.logsink.bench.decide.rule.DecideSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a layout has to keep to.
 *
 * @param limits what the owner wants
 * @param owner the config in force
 */
public record Requirements(DecideSettings limits, OwnerConfig owner) {
  /** Ratios of the same numbers differ in their last digits. */
  private static final double ROUNDING = 1e-9;

  private static final double HOPELESS = 1e12;

  /** How much of what the machine holds may be taken at the peak. */
  public double mostUsed() {
    return 1 / limits.headroom();
  }

  /** Whether {@code layout} breaks no limit. */
  public boolean isMetBy(Layout layout) {
    return shortfalls(layout).isEmpty();
  }

  /** Whether there may be headroom, if those stores that hold more than is known hold enough. */
  public boolean mayBeEnough(Layout layout) {
    return layout.usedForCertain() <= mostUsed();
  }

  /** Whether {@code next} is nearer to them than {@code now}, and breaks no other limit. */
  public boolean isNearer(Layout next, Layout now) {
    List<Shortfall> before = shortfalls(now);
    List<Shortfall> after = shortfalls(next);
    return kinds(before).containsAll(kinds(after))
        && amount(after) < amount(before) * (1 - ROUNDING);
  }

  private static Set<Kind> kinds(List<Shortfall> shortfalls) {
    return shortfalls.stream().map(Shortfall::kind).collect(Collectors.toSet());
  }

  private static double amount(List<Shortfall> shortfalls) {
    return shortfalls.stream().mapToDouble(Shortfall::amount).sum();
  }

  /** The limits that {@code layout} breaks. */
  public List<Shortfall> shortfalls(Layout layout) {
    List<Shortfall> all = new ArrayList<>();
    headroom(layout, all);
    durability(layout, all);
    new Room(limits, owner).check(layout, all);
    return all;
  }

  private void headroom(Layout layout, List<Shortfall> all) {
    double used = layout.used();
    if (used > mostUsed() * (1 + ROUNDING)) {
      String text =
          "%s %s the peak of %s, and %s are wanted"
              .formatted(
                  holders(layout),
                  Amounts.times(layout.headroom()),
                  Amounts.rate(layout.peak().records()),
                  Amounts.times(limits.headroom()));
      all.add(new Shortfall(Kind.HEADROOM, over(layout), text));
    }
  }

  /** Which stores there are, and the verb: {@code a and b together hold}. */
  public static String holders(Layout layout) {
    List<String> labels = layout.peaks().keySet().stream().map(Store::label).toList();
    return labels.size() == 1
        ? labels.getFirst() + " holds"
        : String.join(" and ", labels) + " together hold";
  }

  /** What is in a store that holds nothing is too much each; the rest by how much it is. */
  private double over(Layout layout) {
    double over = 0;
    for (Placement placement : layout.placements()) {
      double share = placement.share();
      over += Double.isInfinite(share) ? HOPELESS : share / mostUsed();
    }
    return over;
  }

  private static void durability(Layout layout, List<Shortfall> all) {
    List<String> sources =
        layout.placements().stream()
            .filter(placement -> !placement.isPromisedEnough())
            .map(Placement::source)
            .toList();
    if (!sources.isEmpty()) {
      String text =
          "records of %s have to survive more than the store promises"
              .formatted(String.join(", ", sources));
      all.add(new Shortfall(Kind.DURABILITY, sources.size(), text));
    }
  }
}
