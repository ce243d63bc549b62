package io.logsink.bench.matrix;

import io.logsink.api.Capabilities;
import io.logsink.bench.Figure;
import io.logsink.bench.stretch.Measure;
import java.util.Map;
import java.util.Optional;

/**
 * What was measured of one cell that was right throughout.
 *
 * @param cell which
 * @param capabilities what its sink says it can do
 * @param engine the engine's own word, read back from it at the end of the last round
 * @param figures what was measured, over the rounds
 */
public record CellResult(
    Cell cell,
    Capabilities capabilities,
    Map<String, String> engine,
    Map<Measure, Figure> figures) {
  /** Copies the maps. */
  public CellResult {
    engine = Map.copyOf(engine);
    figures = Map.copyOf(figures);
  }

  /** The figure of {@code measure}; empty when it was not measured. */
  public Optional<Figure> figure(Measure measure) {
    return Optional.ofNullable(figures.get(measure));
  }
}
