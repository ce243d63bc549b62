package io.logsink.pipeline;

import io.logsink.api.record.LogRecord;

/**
 * Records that were lost for one reason and are not yet told in the log.
 *
 * @param tally how many
 * @param firstNanos the earliest of their timestamps
 * @param lastNanos the latest
 */
record Loss(Tally tally, long firstNanos, long lastNanos) {
  static Loss of(LogRecord record) {
    return new Loss(
        new Tally(1, record.body().length()), record.timestampNanos(), record.timestampNanos());
  }

  Loss plus(Loss other) {
    return new Loss(
        tally.plus(other.tally),
        Math.min(firstNanos, other.firstNanos),
        Math.max(lastNanos, other.lastNanos));
  }
}
