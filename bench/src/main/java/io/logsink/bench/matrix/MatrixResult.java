package io.logsink.bench.matrix;

import io.logsink.bench.lines.Workload;
import io.logsink.bench.machine.MachineProfile;
import io.logsink.bench.stretch.ReaderQuestions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a matrix came to.
 *
 * @param start when it began
 * @param took how long it took
 * @param machine what it ran on
 * @param workload the lines
 * @param plan how it was measured
 * @param questions what competing readers asked
 * @param results a result for each cell that was right throughout, in the order of the plan
 * @param failures what went wrong with the others, by label
 */
public record MatrixResult(
    Instant start,
    Duration took,
    MachineProfile machine,
    Workload workload,
    MatrixPlan plan,
    ReaderQuestions questions,
    List<CellResult> results,
    Map<String, String> failures) {
  /** Copies the list; the failures stay in their order. */
  public MatrixResult {
    results = List.copyOf(results);
  }
}
