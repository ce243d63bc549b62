package io.logsink.storage;

import io.logsink.api.record.LogBatch;
import io.logsink.api.record.LogRecord;

/**
 * What a window holds, without looking inside. Immutable.
 *
 * @param firstSequence the first record's sequence; meaningless when there are none
 * @param lastSequence the last record's
 * @param recordCount how many records
 * @param firstNanos the earliest timestamp; meaningless when there are none
 * @param lastNanos the latest timestamp
 */
public record WindowSummary(
    long firstSequence, long lastSequence, long recordCount, long firstNanos, long lastNanos) {
  /** Of a window without records. */
  public static final WindowSummary EMPTY =
      new WindowSummary(0, 0, 0, Long.MAX_VALUE, Long.MIN_VALUE);

  /**
   * What a damaged window may have held: any of these sequences, at any time; how many records is
   * not known.
   */
  static WindowSummary lost(long firstSequence, long lastSequence) {
    return firstSequence > lastSequence
        ? EMPTY
        : new WindowSummary(firstSequence, lastSequence, 0, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  /** Whether there are no sequences. */
  public boolean isEmpty() {
    return lastSequence == 0;
  }

  /** This and a batch that follows it. */
  public WindowSummary plus(long batchFirstSequence, LogBatch batch) {
    long first = firstNanos;
    long last = lastNanos;
    for (LogRecord record : batch.records()) {
      first = Math.min(first, record.timestampNanos());
      last = Math.max(last, record.timestampNanos());
    }
    return new WindowSummary(
        isEmpty() ? batchFirstSequence : firstSequence,
        batchFirstSequence + batch.size() - 1,
        recordCount + batch.size(),
        first,
        last);
  }

  /** This and a run of records that follows it. */
  public WindowSummary plus(WindowSummary next) {
    if (isEmpty() || next.isEmpty()) {
      return isEmpty() ? next : this;
    }
    return new WindowSummary(
        firstSequence,
        next.lastSequence,
        recordCount + next.recordCount,
        Math.min(firstNanos, next.firstNanos),
        Math.max(lastNanos, next.lastNanos));
  }
}
