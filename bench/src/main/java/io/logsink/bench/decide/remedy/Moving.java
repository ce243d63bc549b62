package io.logsink.bench.decide.remedy;

import io.logsink.bench.decide.layout.Layout;
import io.logsink.bench.decide.layout.Placement;
import io.logsink.bench.decide.layout.Store;
import io.logsink.bench.decide.layout.Stores;
import io.logsink.bench.decide.remedy.Step.Move;
import io.logsink.bench.decide.rule.Rule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Another backend for a source, the greatest producer first.
 *
 * @param stores what was measured
 * @param closed backends that nothing may be moved to, because what they take already is not known
 */
public record Moving(Stores stores, Set<String> closed) implements Remedy {
  @Override
  public Rule rule() {
    return Rule.M1;
  }

  @Override
  public Stream<Step> steps(Layout layout) {
    return layout.greatestFirst().stream().flatMap(placement -> targets(placement, layout));
  }

  private Stream<Step> targets(Placement placement, Layout layout) {
    Store now = placement.store();
    return stores.backends().stream()
        .filter(backend -> !backend.equals(now.backend()) && !closed.contains(backend))
        .flatMap(backend -> storesOf(backend, layout).stream())
        .filter(store -> store.promises(placement.need()))
        .sorted(Preference.insteadOf(now))
        .map(store -> new Move(placement.source(), store));
  }

  /** There is one store of a backend: where it is in use already, its settings are given. */
  private List<Store> storesOf(String backend, Layout layout) {
    Optional<Store> inUse = layout.storeOf(backend);
    return inUse.map(List::of).orElseGet(() -> stores.all(backend));
  }
}
