package io.logsink.bench.compare;

import java.util.Arrays;
import java.util.List;

/**
 * Where the middle of some positive figures lies, a time or a ratio of times: the estimate of
 * Hodges and Lehmann, which is the median of the means of all pairs, and the interval around it
 * that belongs to Wilcoxon's signed-rank test (J. L. Hodges and E. L. Lehmann, <i>Estimates of
 * location based on rank tests</i>, 1963; M. Hollander and D. A. Wolfe, <i>Nonparametric
 * Statistical Methods</i>, chapter 3). Both are taken of the logarithms.
 *
 * <p>It asks for no particular distribution, only that the logarithms lie evenly around their
 * middle. Those of the ratio of two arms in one round do so whatever the noise is, as long as it is
 * the same for both: then one order is as likely as the other. A few wild rounds move it little.
 *
 * @param low its lower end
 * @param middle the estimate
 * @param high its upper end
 */
public record Interval(double low, double middle, double high) {
  /**
   * The interval that covers the middle with {@code confidence} or more.
   *
   * @param figures each more than 0
   * @param confidence 0.95 is 95 %
   * @throws IllegalArgumentException when there are fewer than {@link #fewest} of them
   */
  public static Interval of(List<Double> figures, double confidence) {
    int count = SignedRanks.criticalCount(figures.size(), (1 - confidence) / 2);
    if (count == 0) {
      throw new IllegalArgumentException(
          "%d rounds are not enough for an interval of %s; %d are"
              .formatted(figures.size(), confidence, fewest(confidence)));
    }
    double[] means = sortedMeans(figures.stream().mapToDouble(Math::log).toArray());
    double middle = (means[(means.length - 1) / 2] + means[means.length / 2]) / 2;
    return new Interval(
        Math.exp(means[count - 1]), Math.exp(middle), Math.exp(means[means.length - count]));
  }

  /** The fewest figures that an interval can be made of. */
  public static int fewest(double confidence) {
    return SignedRanks.fewest((1 - confidence) / 2);
  }

  /** Of all pairs, each with itself too (Walsh's averages). */
  private static double[] sortedMeans(double[] values) {
    double[] means = new double[values.length * (values.length + 1) / 2];
    int next = 0;
    for (int i = 0; i < values.length; i++) {
      for (int j = i; j < values.length; j++) {
        means[next++] = (values[i] + values[j]) / 2;
      }
    }
    Arrays.sort(means);
    return means;
  }

  /** The same of the other way round: of b by a when this is of a by b. */
  public Interval inverse() {
    return new Interval(1 / high, 1 / middle, 1 / low);
  }

  /** The end that is farther away from 1, as a factor of 1 or more. */
  public double farthestFactor() {
    return Math.max(high, 1 / low);
  }

  /** Whether {@code factor} and its inverse have all of it between them. */
  public boolean isWithin(double factor) {
    return farthestFactor() <= factor;
  }
}
