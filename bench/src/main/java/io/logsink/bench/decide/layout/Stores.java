package io.logsink.bench.decide.layout;

import io.logsink.bench.capacity.Capacity.Outcome;
import io.logsink.bench.decide.evidence.DiskCosts;
import io.logsink.bench.decide.evidence.MeasuredStore;
import io.logsink.bench.decide.evidence.MeasuredStore.Held;
import io.logsink.bench.decide.layout.Finding.Known;
import io.logsink.bench.decide.layout.Finding.Unknown;
import io.logsink.bench.decide.rule.DecideSettings;
import io.logsink.bench.decide.rule.DurabilityNeed;
import io.logsink.bench.decide.rule.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The stores that were measured on this machine: the one of each backend as it is configured, and
 * what it could be instead.
 */
public final class Stores {
  private final OwnerConfig owner;
  private final DecideSettings limits;
  private final DiskCosts costs;
  private final Map<Identity, List<MeasuredStore>> measured;

  /**
   * What makes two measurements be of the same store.
   *
   * @param backend its backend
   * @param settings what it was opened with; empty when no load held, and only its label is known
   * @param label what it was called, when that is all that is known
   */
  private record Identity(
      String backend, Optional<Map<String, String>> settings, Optional<String> label) {}

  Stores(OwnerConfig owner, DecideSettings limits, DiskCosts costs, List<MeasuredStore> measured) {
    this.owner = owner;
    this.limits = limits;
    this.costs = costs;
    this.measured =
        measured.stream()
            .filter(store -> backendOf(store.label()).isPresent())
            .collect(
                Collectors.groupingBy(this::identity, LinkedHashMap::new, Collectors.toList()));
  }

  private Identity identity(MeasuredStore store) {
    String backend = backendOf(store.label()).orElseThrow();
    Optional<Map<String, String>> settings =
        store.held().map(held -> OwnerConfig.deciding(held.settings()));
    return new Identity(
        backend, settings, settings.isPresent() ? Optional.empty() : Optional.of(store.label()));
  }

  /** {@code sqlite} of {@code sqlite-wal}; nothing of what is no backend here. */
  private Optional<String> backendOf(String label) {
    return owner.backends().stream()
        .filter(name -> label.equals(name) || label.startsWith(name + "-"))
        .max(Comparator.comparingInt(String::length));
  }

  /** The store of {@code backend} with the settings in force. */
  Finding current(String backend) {
    Map<String, String> settings = owner.settingsOf(backend);
    List<MeasuredStore> same =
        of(new Identity(backend, Optional.of(settings), Optional.empty()), owner.labelOf(backend));
    return same.isEmpty()
        ? new Unknown(Rule.E4, "no run measured %s with its settings in force".formatted(backend))
        : find(backend, same);
  }

  /** All stores of {@code backend} that something is known of. */
  public List<Store> all(String backend) {
    return measured.entrySet().stream()
        .filter(entry -> entry.getKey().backend().equals(backend))
        .filter(entry -> entry.getKey().settings().isPresent())
        .map(entry -> find(backend, of(entry.getKey(), entry.getValue().getFirst().label())))
        .flatMap(
            finding -> finding instanceof Known(Store store) ? Stream.of(store) : Stream.empty())
        .toList();
  }

  /** Where no load held, a store is only known by its label. */
  private List<MeasuredStore> of(Identity identity, String label) {
    List<MeasuredStore> all = new ArrayList<>(measured.getOrDefault(identity, List.of()));
    Identity byLabel = new Identity(identity.backend(), Optional.empty(), Optional.of(label));
    all.addAll(measured.getOrDefault(byLabel, List.of()));
    return all;
  }

  /** The names of all backends that there are. */
  public List<String> backends() {
    return owner.backends();
  }

  private Finding find(String backend, List<MeasuredStore> all) {
    Optional<MeasuredStore> broken = lowest(all, Outcome.BROKEN);
    if (broken.isPresent()) {
      return unknown(broken.get(), broken.get().sentence());
    }
    List<MeasuredStore> fitting = readersAsWanted(all);
    if (fitting.isEmpty()) {
      return unknown(all.getFirst(), "measured without readers, and readers matter");
    }
    List<MeasuredStore> timely = kept(fitting, store -> store.keepsTo(limits.visibleP99()));
    if (timely.isEmpty()) {
      return unknown(fitting.getFirst(), tooLate(fitting.getFirst()));
    }
    return best(timely)
        .<Finding>map(store -> new Known(store(backend, store, timely)))
        .orElseGet(() -> unknown(timely.getFirst(), timely.getFirst().sentence()));
  }

  /** What holds with readers holds without them too. */
  private List<MeasuredStore> readersAsWanted(List<MeasuredStore> all) {
    List<MeasuredStore> asWanted = kept(all, store -> store.withReaders() == limits.readers());
    return asWanted.isEmpty() && !limits.readers() ? all : asWanted;
  }

  private static List<MeasuredStore> kept(
      List<MeasuredStore> all, Predicate<MeasuredStore> filter) {
    return all.stream().filter(filter).toList();
  }

  private String tooLate(MeasuredStore store) {
    Function<Held, String> measured =
        held -> Amounts.time(held.visibleP99()) + ", where " + Amounts.time(limits.visibleP99());
    return "its p99 visible was %s is wanted"
        .formatted(store.held().map(measured).orElse("not measured, where less"));
  }

  /** The lowest that was found; else the highest of the lower bounds. */
  private static Optional<MeasuredStore> best(List<MeasuredStore> all) {
    return lowest(all, Outcome.NONE)
        .or(() -> lowest(all, Outcome.FOUND))
        .or(() ->
            all.stream()
                .filter(store -> store.outcome() == Outcome.AT_LEAST)
                .max(Comparator.comparingDouble(MeasuredStore::rate)));
  }

  private static Optional<MeasuredStore> lowest(List<MeasuredStore> all, Outcome outcome) {
    return all.stream()
        .filter(store -> store.outcome() == outcome)
        .min(Comparator.comparingDouble(MeasuredStore::rate));
  }

  private static Unknown unknown(MeasuredStore store, String reason) {
    return new Unknown(Rule.E4, "%s in %s: %s".formatted(store.label(), store.runId(), reason));
  }

  private Store store(String backend, MeasuredStore chosen, List<MeasuredStore> same) {
    Optional<Held> held = chosen.held();
    OptionalDouble known = costs.of(chosen.label());
    return new Store(
        backend,
        chosen.label(),
        chosen.outcome() == Outcome.AT_LEAST,
        chosen.rate(),
        held.map(Held::meanBytes).orElse(0.0),
        held.map(Held::promise).orElse(DurabilityNeed.DEFAULT.promise()),
        held.map(load -> OwnerConfig.deciding(load.settings())).orElse(Map.of()),
        known.isPresent() ? known : held.map(Held::diskPerByte).orElse(OptionalDouble.empty()),
        same.stream().map(Evidence::of).toList());
  }
}
