package io.logsink.bench.load;

import org.HdrHistogram.Histogram;

/**
 * Collects how long something took; what has failed stands apart, since a quick failure is no quick
 * answer. For one thread at a time.
 */
final class Stopwatch {
  private static final int DIGITS = 3;

  private final Histogram histogram = new Histogram(DIGITS);

  /** Clocks of two threads may be a little apart, so that what took no time can seem negative. */
  void add(long nanos) {
    histogram.recordValue(Math.max(0, nanos));
  }

  void addAll(Stopwatch other) {
    histogram.add(other.histogram);
  }

  Latency latency() {
    return Latency.of(histogram);
  }
}
