package io.logsink.pipeline;

import io.logsink.api.record.Source;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All accounts at one moment, as they are written down.
 *
 * @param closed whether nothing was in flight and nothing came after
 * @param savedNanos when, in nanoseconds since 1970
 * @param sequence the last sequence of the sink of which the accounts know
 * @param sources each source's account
 * @param losses what was lost and is not told in the log, or not known to be
 */
record Counters(
    boolean closed,
    long savedNanos,
    long sequence,
    SortedMap<Source, SourceStats> sources,
    SortedMap<Source, Map<Fate, Loss>> losses) {
  /** Those of a pipeline that never was. */
  static final Counters NONE = new Counters(true, 0, 0, new TreeMap<>(), new TreeMap<>());
}
