package io.logsink.bench.compare;

import io.logsink.bench.Promise;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was measured of one arm.
 *
 * @param arm which
 * @param promise what its records survived when it was timed: after each append and in the end
 * @param settings what it was opened with, but for the folder
 * @param engine what the engine says about itself, read back after the last round
 * @param nanosPerRecord where the time for a record lies, syncs included
 * @param rounds that time in each round
 */
public record ArmResult(
    Arm arm,
    Promise promise,
    Map<String, String> settings,
    Map<String, String> engine,
    Interval nanosPerRecord,
    List<Double> rounds) {
  /** Copies the collections. */
  public ArmResult {
    settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    engine = Collections.unmodifiableMap(new TreeMap<>(engine));
    rounds = List.copyOf(rounds);
  }

  /** What it is called. */
  public String label() {
    return arm.label();
  }

  /** Whether it only shows what no backend can be faster than. */
  public boolean isFloor() {
    return arm.contender().isFloor();
  }
}
