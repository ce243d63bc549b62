package io.logsink.bench.compare;

/**
 * The distribution of Wilcoxon's signed-rank statistic when there is nothing but noise: each of the
 * ranks 1 to n counts with probability one half (F. Wilcoxon, <i>Individual comparisons by ranking
 * methods</i>, 1945).
 */
final class SignedRanks {
  private SignedRanks() {}

  /**
   * The largest c for which the statistic of {@code n} ranks is below c with probability {@code
   * tail} at most; 0 when n is too small for any.
   */
  static int criticalCount(int n, double tail) {
    double[] probabilities = probabilities(n);
    double below = 0;
    int count = 0;
    while (count < probabilities.length && below + probabilities[count] <= tail) {
      below += probabilities[count++];
    }
    return count;
  }

  /** The fewest ranks of which an interval with {@code tail} on each side can be made. */
  static int fewest(double tail) {
    return (int) Math.ceil(-Math.log(tail) / Math.log(2));
  }

  /** The probability of each value, 0 to n (n + 1) / 2. */
  private static double[] probabilities(int n) {
    double[] probabilities = new double[n * (n + 1) / 2 + 1];
    probabilities[0] = 1;
    for (int rank = 1; rank <= n; rank++) {
      for (int value = rank * (rank + 1) / 2; value >= 0; value--) {
        double without = probabilities[value];
        double with = value >= rank ? probabilities[value - rank] : 0;
        probabilities[value] = (without + with) / 2;
      }
    }
    return probabilities;
  }
}
