package io.logsink.bench.cost;

import io.logsink.bench.lines.Workload;
import io.logsink.bench.machine.MachineProfile;
import io.logsink.bench.stretch.Measure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a measurement of costs came to.
 *
 * @param start when it began
 * @param took how long it took
 * @param machine what it ran on
 * @param workload the lines
 * @param plan how it was measured
 * @param results a result for each contender that did not fail, floors included
 * @param absent what this system does not tell or lets nobody do, and why, by measure
 * @param failures what went wrong with the others, by label
 */
public record CostResult(
    Instant start,
    Duration took,
    MachineProfile machine,
    Workload workload,
    CostPlan plan,
    List<ContenderCosts> results,
    SortedMap<Measure, String> absent,
    Map<String, String> failures) {
  /** Copies the list and the map of what is absent; the failures stay in their order. */
  public CostResult {
    results = List.copyOf(results);
    absent = new TreeMap<>(absent);
  }
}
