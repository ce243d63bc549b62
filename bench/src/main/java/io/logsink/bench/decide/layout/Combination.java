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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Makes one finding of all measurements of a store.
 *
 * @param limits what the owner wants
 * @param costs what stores take of the disk
 */
record Combination(DecideSettings limits, DiskCosts costs) {
  /** What all of them say of one store of {@code backend}. */
  Finding of(String backend, List<MeasuredStore> all) {
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
    Optional<Held> held =
        chosen.held().or(() -> same.stream().flatMap(store -> store.held().stream()).findFirst());
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
