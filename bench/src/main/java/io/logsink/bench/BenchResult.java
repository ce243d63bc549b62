package io.logsink.bench;

import io.logsink.bench.lines.Workload;
import io.logsink.bench.machine.MachineProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a run came to.
 *
 * @param start when it began
 * @param took how long it took
 * @param machine what it ran on
 * @param workload the lines
 * @param plan how it was measured
 * @param roundCount how many of the records each round appended
 * @param roundBytes the bytes of their bodies
 * @param questions what was asked in each round
 * @param results a result for each contender that answered rightly, floors included
 * @param failures what went wrong with the others, by label
 */
public record BenchResult(
    Instant start,
    Duration took,
    MachineProfile machine,
    Workload workload,
    BenchPlan plan,
    int roundCount,
    long roundBytes,
    List<Question> questions,
    List<ContenderResult> results,
    Map<String, String> failures) {
  /** Copies the lists; the failures stay in their order. */
  public BenchResult {
    questions = List.copyOf(questions);
    results = List.copyOf(results);
  }
}
