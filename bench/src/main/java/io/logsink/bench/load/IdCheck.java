package io.logsink.bench.load;

import java.util.List;

/**
 * Whether every record that was sent is accounted for, by its name and not by a sum: it is in the
 * store once, or retention took it, or the pipeline has counted it as lost.
 *
 * @param sentCount records that were emitted
 * @param storedCount those that the sink acknowledged
 * @param lostCount those that the pipeline says it lost
 * @param wasRead whether the store was read; floors and file appenders cannot be
 * @param readCount records of the workload that were read back
 * @param goneCount sequences that the store says retention took, the pipeline's own included
 * @param problems what is wrong, in words; empty when nothing is
 */
public record IdCheck(
    long sentCount,
    long storedCount,
    long lostCount,
    boolean wasRead,
    long readCount,
    long goneCount,
    List<String> problems) {
  /** Copies the list. */
  public IdCheck {
    problems = List.copyOf(problems);
  }

  /** Whether all records are accounted for. */
  public boolean holds() {
    return problems.isEmpty();
  }
}
