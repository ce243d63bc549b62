package io.logsink.bench.cost;

/**
 * A stretch of time.
 *
 * @param startNanos its start, as {@link System#nanoTime} has it
 * @param endNanos its end
 */
record Stay(long startNanos, long endNanos) {
  long nanos() {
    return endNanos - startNanos;
  }

  /** Whether there is a moment that is in both. */
  boolean meets(Stay other) {
    return startNanos - other.endNanos <= 0 && other.startNanos - endNanos <= 0;
  }
}
