package io.logsink.bench.compare;

import io.logsink.bench.host.HostReport;
import io.logsink.bench.machine.MachineProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a comparison came to.
 *
 * @param start when it began
 * @param took how long it took
 * @param machine what it ran on
 * @param plan how it was made
 * @param recordCount how many records an arm was given in a round
 * @param noise what each arm differs from itself, measured first; arms that are alike share one
 * @param arms what was measured of each, floors included
 * @param pairs each pair of arms that promise the same
 * @param host what else the machine did
 * @param failures what went wrong with arms that are out, by label
 */
public record CompareResult(
    Instant start,
    Duration took,
    MachineProfile machine,
    ComparePlan plan,
    int recordCount,
    List<NoiseFloor> noise,
    List<ArmResult> arms,
    List<PairResult> pairs,
    HostReport host,
    Map<String, String> failures) {
  /** Copies the collections. */
  public CompareResult {
    noise = List.copyOf(noise);
    arms = List.copyOf(arms);
    pairs = List.copyOf(pairs);
    failures = Collections.unmodifiableMap(new TreeMap<>(failures));
  }
}
