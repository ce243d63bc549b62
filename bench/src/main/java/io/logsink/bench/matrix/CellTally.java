package io.logsink.bench.matrix;

import io.logsink.bench.Figure;
import io.logsink.bench.stretch.Measure;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of one cell so far. For one thread. */
final class CellTally {
  private final Cell cell;
  private final Map<Measure, List<Double>> rounds = new EnumMap<>(Measure.class);
  private CellPass.@Nullable Result latest;
  private @Nullable String failure;

  CellTally(Cell cell) {
    this.cell = cell;
  }

  Cell cell() {
    return cell;
  }

  void measured(CellPass.Result result) {
    latest = result;
    result
        .figures()
        .forEach((measure, value) ->
            rounds.computeIfAbsent(measure, key -> new ArrayList<>()).add(value));
  }

  void failed(Throwable e) {
    failure = Objects.requireNonNullElse(e.getMessage(), e.toString());
  }

  boolean isRunning() {
    return failure == null;
  }

  /** Drops what was measured, which was for warming up. */
  void forget() {
    rounds.clear();
  }

  Optional<String> failure() {
    return Optional.ofNullable(failure);
  }

  /** All rounds together; they have been run. */
  CellResult result() {
    CellPass.Result last = Objects.requireNonNull(latest);
    Map<Measure, Figure> figures = new EnumMap<>(Measure.class);
    rounds.forEach((measure, values) -> figures.put(measure, new Figure(values)));
    return new CellResult(cell, last.capabilities(), last.engine(), figures);
  }
}
