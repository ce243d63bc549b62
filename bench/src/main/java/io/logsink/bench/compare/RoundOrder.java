package io.logsink.bench.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The order within rounds: drawn at random, and turned around in the next round, so that of two
 * arms each comes first as often as the other, and what grows or wears off during a round falls on
 * both. For one thread.
 *
 * @param <T> what is put into an order
 */
final class RoundOrder<T> {
  private final Random random;
  private List<T> order;
  private boolean turned = true;

  RoundOrder(List<T> all, long seed) {
    order = List.copyOf(all);
    random = new Random(seed);
  }

  /** The order of the next round. */
  List<T> next() {
    turned = !turned;
    if (turned) {
      return order.reversed();
    }
    List<T> shuffled = new ArrayList<>(order);
    Collections.shuffle(shuffled, random);
    order = List.copyOf(shuffled);
    return order;
  }
}
