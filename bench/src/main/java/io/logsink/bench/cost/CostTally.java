package io.logsink.bench.cost;

import io.logsink.api.Capabilities;
import io.logsink.bench.Contender;
import io.logsink.bench.Figure;
import io.logsink.bench.stretch.Measure;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is known of one contender so far. For one thread. */
final class CostTally {
  private final Contender contender;
  private final Map<Measure, List<Double>> rounds = new EnumMap<>(Measure.class);
  private final Set<String> notes = new TreeSet<>();
  private Map<String, String> engine = Map.of();
  private @Nullable Capabilities capabilities;
  private @Nullable String failure;

  CostTally(Contender contender) {
    this.contender = contender;
  }

  Contender contender() {
    return contender;
  }

  void opened(Capabilities can, Map<String, String> says) {
    capabilities = can;
    engine = says;
  }

  void measured(Map<Measure, Double> figures) {
    figures.forEach(
        (measure, value) -> rounds.computeIfAbsent(measure, key -> new ArrayList<>()).add(value));
  }

  void note(String note) {
    notes.add(note);
  }

  /** Drops what was measured, which was for warming up. */
  void forget() {
    rounds.clear();
    notes.clear();
  }

  void failed(Throwable e) {
    failure = Objects.requireNonNullElse(e.getMessage(), e.toString());
  }

  Optional<String> failure() {
    return Optional.ofNullable(failure);
  }

  boolean isRunning() {
    return failure == null;
  }

  /** All rounds together; they have been run. */
  ContenderCosts result() {
    Map<Measure, Figure> figures = new EnumMap<>(Measure.class);
    rounds.forEach((measure, values) -> figures.put(measure, new Figure(values)));
    return new ContenderCosts(
        contender, Objects.requireNonNull(capabilities), engine, figures, notes);
  }
}
