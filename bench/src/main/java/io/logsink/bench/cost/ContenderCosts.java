package io.logsink.bench.cost;

import io.logsink.api.Capabilities;
import io.logsink.bench.Contender;
import io.logsink.bench.Figure;
import io.logsink.bench.stretch.Measure;
import java.util.Map;
import java.util.Set;

/**
 * What one contender costs.
 *
 * @param contender who
 * @param capabilities what its sink says it can do
 * @param engine the engine's own word, read back from it in the last round
 * @param figures what was measured, over the rounds; without those that it has not
 * @param notes what has to be known of the figures
 */
public record ContenderCosts(
    Contender contender,
    Capabilities capabilities,
    Map<String, String> engine,
    Map<Measure, Figure> figures,
    Set<String> notes) {
  /** Copies the collections. */
  public ContenderCosts {
    engine = Map.copyOf(engine);
    figures = Map.copyOf(figures);
    notes = Set.copyOf(notes);
  }
}
