package io.logsink.bench.decide.layout;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Which source goes to which store. Stores share one machine, so what they take of what each holds
 * alone adds up.
 *
 * @param bySource where each goes
 */
public record Layout(SortedMap<String, Placement> bySource) {
  private static final Comparator<Placement> GREATEST_FIRST =
      Comparator.comparingDouble(Placement::share).reversed().thenComparing(Placement::source);

  /** Copies the map. */
  public Layout {
    bySource = Collections.unmodifiableSortedMap(new TreeMap<>(bySource));
  }

  /** Every source, by name. */
  public Collection<Placement> placements() {
    return bySource.values();
  }

  /** Where a source goes that is in it. */
  public Placement of(String source) {
    return Objects.requireNonNull(bySource.get(source), source);
  }

  /** The source that takes most of its store first. */
  public List<Placement> greatestFirst() {
    return placements().stream().sorted(GREATEST_FIRST).toList();
  }

  /** With one source changed. */
  public Layout with(String source, UnaryOperator<Placement> change) {
    SortedMap<String, Placement> changed = new TreeMap<>(bySource);
    changed.put(source, change.apply(of(source)));
    return new Layout(changed);
  }

  /** With every source of {@code backend} in another store of it. */
  public Layout withStore(Store other) {
    SortedMap<String, Placement> changed = new TreeMap<>(bySource);
    changed.replaceAll((_, placement) ->
        placement.store().backend().equals(other.backend()) ? placement.in(other) : placement);
    return new Layout(changed);
  }

  /** The store that {@code backend} has here, when something goes to it. */
  public Optional<Store> storeOf(String backend) {
    return placements().stream()
        .map(Placement::store)
        .filter(store -> store.backend().equals(backend))
        .findFirst();
  }

  /** What comes into each store in the busiest second. */
  public Map<Store, Load> peaks() {
    Map<Store, Load> peaks = new LinkedHashMap<>();
    placements().forEach(member -> peaks.merge(member.store(), member.peak(), Load::plus));
    return peaks;
  }

  /** What comes into each store in a second on average. */
  public Map<Store, Load> means() {
    Map<Store, Load> means = new LinkedHashMap<>();
    placements().forEach(member -> means.merge(member.store(), member.mean(), Load::plus));
    return means;
  }

  /** What comes into all stores in the busiest second. */
  public Load peak() {
    return peaks().values().stream().reduce(Load.NONE, Load::plus);
  }

  /** How much of what the machine holds is taken at the peak, 1 is all. */
  public double used() {
    return peaks().entrySet().stream()
        .mapToDouble(entry -> entry.getKey().share(entry.getValue()))
        .sum();
  }

  /** The same, of those stores alone of which more than a lower bound is known. */
  public double usedForCertain() {
    return peaks().entrySet().stream()
        .filter(entry -> !entry.getKey().atLeast())
        .mapToDouble(entry -> entry.getKey().share(entry.getValue()))
        .sum();
  }

  /** How many times the peak the stores hold. */
  public double headroom() {
    return 1 / used();
  }
}
