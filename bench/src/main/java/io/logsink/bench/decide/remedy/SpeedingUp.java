package io.logsink.bench.decide.remedy;

import io.logsink.bench.decide.layout.Layout;
import io.logsink.bench.decide.layout.Placement;
import io.logsink.bench.decide.layout.Store;
import io.logsink.bench.decide.layout.Stores;
import io.logsink.bench.decide.remedy.Step.SpeedUp;
import io.logsink.bench.decide.rule.Rule;
import java.util.stream.Stream;

/**
 * Other settings of a backend, that of the greatest producer first.
 *
 * @param stores what was measured
 */
public record SpeedingUp(Stores stores) implements Remedy {
  @Override
  public Rule rule() {
    return Rule.S1;
  }

  @Override
  public Stream<Step> steps(Layout layout) {
    return layout.greatestFirst().stream()
        .map(Placement::store)
        .distinct()
        .flatMap(store -> others(store, layout));
  }

  private Stream<Step> others(Store store, Layout layout) {
    return stores.all(store.backend()).stream()
        .filter(other -> !other.settings().equals(store.settings()))
        .filter(other -> suitsAllOf(layout, other))
        .sorted(Preference.insteadOf(store))
        .map(SpeedUp::new);
  }

  private static boolean suitsAllOf(Layout layout, Store other) {
    return layout.placements().stream()
        .filter(placement -> placement.store().backend().equals(other.backend()))
        .allMatch(placement -> other.promises(placement.need()));
  }
}
