package io.logsink.bench.capacity;

import io.logsink.bench.machine.MachineProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a run over several stores came to.
 *
 * @param start when it began
 * @param took how long it took
 * @param machine what it ran on
 * @param plan what was looked for
 * @param cells what was found, in the order of the contenders
 * @param failures what went wrong with stores that could not be tried, by label
 */
public record CapacityResult(
    Instant start,
    Duration took,
    MachineProfile machine,
    CapacityPlan plan,
    List<CapacityCell> cells,
    Map<String, String> failures) {
  /** Copies the collections. */
  public CapacityResult {
    cells = List.copyOf(cells);
    failures = Collections.unmodifiableMap(new TreeMap<>(failures));
  }
}
