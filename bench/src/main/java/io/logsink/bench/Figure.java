package io.logsink.bench;

import java.util.List;

/**
 * One metric of one contender over the rounds.
 *
 * @param rounds what each round came to, in their order; at least one
 */
public record Figure(List<Double> rounds) {
  /** Copies the list. */
  public Figure {
    rounds = List.copyOf(rounds);
    if (rounds.isEmpty()) {
      throw new IllegalArgumentException("a figure needs a round at least");
    }
  }

  /** The middle round; of an even number, the mean of the middle two. */
  public double median() {
    List<Double> sorted = rounds.stream().sorted().toList();
    int upper = sorted.size() / 2;
    int lower = (sorted.size() - 1) / 2;
    return (sorted.get(lower) + sorted.get(upper)) / 2;
  }

  /** The lowest round. */
  public double min() {
    return rounds.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
  }

  /** The highest round. */
  public double max() {
    return rounds.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }

  /** The distance from the lowest to the highest round, as a share of the median. */
  public double spread() {
    return median() == 0 ? 0 : (max() - min()) / median();
  }

  /**
   * Whether the rounds of both reach into each other, so that another run might turn the order
   * around.
   */
  public boolean isWithinNoiseOf(Figure other) {
    return min() <= other.max() && other.min() <= max();
  }
}
