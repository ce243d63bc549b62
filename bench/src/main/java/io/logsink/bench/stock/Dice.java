package io.logsink.bench.stock;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Chance, as lines need it: the same seed, the same throws. For one thread. */
final class Dice {
  private final SplittableRandom random;

  Dice(SplittableRandom random) {
    this.random = random;
  }

  /** A number of 0 to {@code bound - 1}. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  boolean oneOf(int count) {
    return random.nextInt(count) == 0;
  }

  <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /** The first are picked much more often than the last, as some paths and users are. */
  <T> T pickEarly(List<T> all) {
    return all.get((int) (all.size() * Math.pow(random.nextDouble(), 3)));
  }

  /** Mostly about {@code typical}, now and then many times that. */
  double skewed(double typical, double spread) {
    return typical * Math.exp(spread * random.nextGaussian());
  }

  String hex(int digits) {
    return String.format(Locale.ROOT, "%016x", random.nextLong()).substring(0, digits);
  }
}
