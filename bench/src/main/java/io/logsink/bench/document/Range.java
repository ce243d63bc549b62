package io.logsink.bench.document;

/**
 * A figure and how sure it is.
 *
 * @param label whose it is
 * @param value the figure
 * @param low where its interval begins
 * @param high where it ends
 */
public record Range(String label, double value, double low, double high) {
  /** Whether both intervals have something in common, so that another run might turn the order. */
  boolean overlaps(Range other) {
    return low <= other.high && other.low <= high;
  }
}
