package io.logsink.bench.decide.layout;

import io.logsink.bench.capacity.Capacity.Outcome;
import io.logsink.bench.decide.evidence.MeasuredStore;

/**
 * A figure that a decision rests on.
 *
 * @param runId the run that it is from
 * @param label the store
 * @param withReaders whether readers asked meanwhile
 * @param outcome how much is known
 * @param rate records a second that held
 * @param sentence the whole in one sentence
 */
public record Evidence(
    String runId,
    String label,
    boolean withReaders,
    Outcome outcome,
    double rate,
    String sentence) {
  static Evidence of(MeasuredStore store) {
    return new Evidence(
        store.runId(),
        store.label(),
        store.withReaders(),
        store.outcome(),
        store.rate(),
        store.sentence());
  }
}
