package io.logsink.bench.matrix;

import io.logsink.bench.Contender;
import io.logsink.bench.floor.FloorBackend;
import java.util.Map;

/**
 * One combination that is measured.
 *
 * @param label what it is called, such as {@code wal-normal-1000-readers}
 * @param contender the backend and its settings
 * @param batchCount records of an append
 * @param readers whether somebody reads meanwhile
 * @param factors the value of each factor; empty for a floor, which is compared with nothing
 */
public record Cell(
    String label,
    Contender contender,
    int batchCount,
    boolean readers,
    Map<Factor, String> factors) {
  /** Copies the map. */
  public Cell {
    factors = Map.copyOf(factors);
  }

  static Cell floor(FloorBackend floor, int batchCount) {
    String label = "%s-%d".formatted(floor.name(), batchCount);
    return new Cell(
        label, new Contender(label, floor, floor.defaultSettings()), batchCount, false, Map.of());
  }

  /** Whether {@code factor} is all that it differs in from {@code other}. */
  public boolean differsOnlyIn(Factor factor, Cell other) {
    return !factors.isEmpty()
        && factors.keySet().equals(other.factors.keySet())
        && factors.entrySet().stream()
            .allMatch(entry ->
                (entry.getKey() == factor)
                    != entry.getValue().equals(other.factors.get(entry.getKey())));
  }
}
