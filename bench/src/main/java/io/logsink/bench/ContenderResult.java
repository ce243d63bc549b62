package io.logsink.bench;

import io.logsink.api.Capabilities;
import java.util.Map;
import java.util.Optional;

/**
 * What was measured of one contender that answered rightly throughout.
 *
 * @param contender who
 * @param capabilities what its sink says it can do
 * @param settings the settings it was opened with, by name
 * @param engine the engine's own figures and settings, as read back from it after the last round
 * @param readBack what came of reading everything back
 * @param figures what was measured; without those that it cannot do
 */
public record ContenderResult(
    Contender contender,
    Capabilities capabilities,
    Map<String, String> settings,
    Map<String, String> engine,
    ReadBack readBack,
    Map<Metric, Figure> figures) {
  /** Copies the maps. */
  public ContenderResult {
    settings = Map.copyOf(settings);
    engine = Map.copyOf(engine);
    figures = Map.copyOf(figures);
  }

  /** What it is called. */
  public String label() {
    return contender.label();
  }

  /** The figure of {@code metric}; empty when it was not measured. */
  public Optional<Figure> figure(Metric metric) {
    return Optional.ofNullable(figures.get(metric));
  }
}
