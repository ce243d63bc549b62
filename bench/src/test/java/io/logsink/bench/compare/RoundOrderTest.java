package io.logsink.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RoundOrderTest {
  private static final List<String> ALL = List.of("a", "b", "c", "d");

  @Test
  void turnsEveryOtherRoundAround() {
    RoundOrder<String> order = new RoundOrder<>(ALL, 5);

    for (int i = 0; i < 10; i++) {
      List<String> one = order.next();
      assertThat(one).containsExactlyInAnyOrderElementsOf(ALL);
      assertThat(order.next()).isEqualTo(one.reversed());
    }
  }

  @Test
  void drawsTheSameWithTheSameSeedAndNotAlwaysTheSame() {
    assertThat(rounds(5)).isEqualTo(rounds(5)).isNotEqualTo(rounds(6));
    assertThat(new HashSet<>(rounds(5)).size()).isGreaterThan(5);
  }

  private static List<List<String>> rounds(long seed) {
    RoundOrder<String> order = new RoundOrder<>(ALL, seed);
    List<List<String>> rounds = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      rounds.add(order.next());
    }
    return rounds;
  }
}
