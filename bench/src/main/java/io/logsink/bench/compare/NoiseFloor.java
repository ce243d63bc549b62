package io.logsink.bench.compare;

import java.util.List;

/**
 * By how much an arm differs from itself, when it is measured twice as two arms would be.
 *
 * @param label which
 * @param ratio the time of the one by that of the other
 * @param rounds that ratio in each round
 */
public record NoiseFloor(String label, Interval ratio, List<Double> rounds) {
  /** Copies the list. */
  public NoiseFloor {
    rounds = List.copyOf(rounds);
  }

  /** The factor, 1 or more, up to which a difference is noise. */
  public double factor() {
    return ratio.farthestFactor();
  }
}
