package io.logsink.bench.decide.evidence;

import java.util.List;

/**
 * Who produces, as it was measured.
 *
 * @param origin where that is known from, for people
 * @param all the sources, none twice
 * @param isBeforeReducers whether their records were counted before reducers took some away
 * @param overflowedCount records that were lost meanwhile because the pipeline was full
 * @param caveats what could not be seen, in sentences
 */
public record Producers(
    String origin,
    List<Producer> all,
    boolean isBeforeReducers,
    long overflowedCount,
    List<String> caveats) {
  /** Copies the lists. */
  public Producers {
    all = List.copyOf(all);
    caveats = List.copyOf(caveats);
  }
}
