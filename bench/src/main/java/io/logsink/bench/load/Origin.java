package io.logsink.bench.load;

import io.logsink.api.record.EpochNanos;
import java.time.Duration;
import java.time.Instant;

/**
 * When a load begins, on both clocks.
 *
 * @param epochNanos as a timestamp
 * @param nanos as {@link System#nanoTime()}
 */
record Origin(long epochNanos, long nanos) {
  static Origin in(Duration lead) {
    return new Origin(EpochNanos.of(Instant.now().plus(lead)), System.nanoTime() + lead.toNanos());
  }
}
