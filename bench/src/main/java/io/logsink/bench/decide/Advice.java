package io.logsink.bench.decide;

import io.logsink.bench.decide.layout.OwnerConfig;
import io.logsink.bench.decide.layout.Store;
import io.logsink.bench.decide.remedy.Plan;
import io.logsink.bench.decide.remedy.Step;
import io.logsink.bench.decide.remedy.Step.Move;
import io.logsink.bench.decide.remedy.Step.Reduce;
import io.logsink.bench.decide.remedy.Step.SpeedUp;
import io.logsink.pipeline.SourceRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What to change in the config.
 *
 * @param routes the backend of each source that moves
 * @param rules the rules of sources that are reduced, each for one source
 * @param settings by backend, the settings to change, by the names of their components
 */
public record Advice(
    SortedMap<String, String> routes,
    List<SourceRule> rules,
    SortedMap<String, Map<String, String>> settings) {
  /** Change nothing. */
  public static final Advice NONE = new Advice(new TreeMap<>(), List.of(), new TreeMap<>());

  /** Copies the collections. */
  public Advice {
    routes = Collections.unmodifiableSortedMap(new TreeMap<>(routes));
    rules = List.copyOf(rules);
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
  }

  /** Whether there is nothing to change. */
  public boolean isEmpty() {
    return routes.isEmpty() && rules.isEmpty() && settings.isEmpty();
  }

  static Advice of(Plan plan, OwnerConfig owner) {
    SortedMap<String, String> routes = new TreeMap<>();
    SortedMap<String, SourceRule> rules = new TreeMap<>();
    SortedMap<String, Map<String, String>> settings = new TreeMap<>();
    for (Step step : plan.steps()) {
      switch (step) {
        case SpeedUp(Store to) -> put(settings, to, owner);
        case Reduce(String source, var reduction) -> rules.put(source, reduction.rule());
        case Move(String source, Store to) -> {
          routes.put(source, to.backend());
          put(settings, to, owner);
        }
      }
    }
    return new Advice(routes, new ArrayList<>(rules.values()), settings);
  }

  private static void put(
      SortedMap<String, Map<String, String>> settings, Store store, OwnerConfig owner) {
    Map<String, String> changed = owner.changesTo(store);
    if (!changed.isEmpty()) {
      settings.put(store.backend(), changed);
    }
  }
}
