package io.logsink.bench.load;

import java.util.Map;
import java.util.TreeMap;

/** The sequences that a sink has given, as runs without a hole. */
final class SequenceRuns {
  /** The last of each run by its first. */
  private final TreeMap<Long, Long> runs = new TreeMap<>();

  /** Adds sequences that come after all that are there. */
  void add(long first, long last) {
    Map.Entry<Long, Long> newest = runs.lastEntry();
    if (newest != null && newest.getValue() == first - 1) {
      runs.put(newest.getKey(), last);
    } else {
      runs.put(first, last);
    }
  }

  /** How many of them are {@code first} to {@code last}. */
  long countIn(long first, long last) {
    return runs.entrySet().stream()
        .mapToLong(
            run -> Math.max(0, Math.min(last, run.getValue()) - Math.max(first, run.getKey()) + 1))
        .sum();
  }
}
