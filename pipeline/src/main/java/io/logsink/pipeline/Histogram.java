package io.logsink.pipeline;

/**
 * Counts values in buckets, eight for each power of two, so that a value's bucket ends at most an
 * eighth above it. Guarded by the flow's lock.
 */
final class Histogram {
  private static final int BITS = 3;
  private static final int PER_POWER = 1 << BITS;

  private final long[] buckets = new long[PER_POWER * (Long.SIZE - BITS)];
  private long count;
  private double sum;
  private long max;

  /** Counts {@code value}, which is not negative. */
  void add(long value) {
    buckets[index(value)]++;
    count++;
    sum += value;
    max = Math.max(max, value);
  }

  private static int index(long value) {
    if (value < PER_POWER) {
      return (int) value;
    }
    int shift = Long.SIZE - 1 - BITS - Long.numberOfLeadingZeros(value);
    return (shift + 1) * PER_POWER + (int) (value >>> shift) - PER_POWER;
  }

  /** The largest value of a bucket. */
  private static long upperEnd(int index) {
    if (index < PER_POWER) {
      return index;
    }
    int shift = index / PER_POWER - 1;
    return ((long) (index % PER_POWER + PER_POWER + 1) << shift) - 1;
  }

  Distribution distribution() {
    return new Distribution(
        count,
        count == 0 ? 0 : sum / count,
        percentile(0.5),
        percentile(0.9),
        percentile(0.99),
        max);
  }

  private long percentile(double part) {
    long wanted = (long) Math.ceil(part * count);
    long seen = 0;
    for (int i = 0; i < buckets.length && wanted > 0; i++) {
      seen += buckets[i];
      if (seen >= wanted) {
        return Math.min(upperEnd(i), max);
      }
    }
    return 0;
  }
}
