package io.logsink.bench.load;

import org.HdrHistogram.Histogram;

/**
 * How long something took, over all times that it was done. Percentiles are right to three digits.
 *
 * @param count how often
 * @param meanNanos the mean
 * @param p50Nanos half of them took no longer
 * @param p90Nanos nine of ten took no longer
 * @param p99Nanos 99 of 100
 * @param p999Nanos 999 of 1,000
 * @param maxNanos none took longer
 */
public record Latency(
    long count,
    double meanNanos,
    long p50Nanos,
    long p90Nanos,
    long p99Nanos,
    long p999Nanos,
    long maxNanos) {
  /** It was never done. */
  public static final Latency NONE = of(new Histogram(1));

  static Latency of(Histogram histogram) {
    return new Latency(
        histogram.getTotalCount(),
        histogram.getTotalCount() == 0 ? 0 : histogram.getMean(),
        histogram.getValueAtPercentile(50),
        histogram.getValueAtPercentile(90),
        histogram.getValueAtPercentile(99),
        histogram.getValueAtPercentile(99.9),
        histogram.getMaxValue());
  }
}
