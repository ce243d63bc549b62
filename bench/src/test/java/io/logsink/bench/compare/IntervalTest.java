package io.logsink.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class IntervalTest {
  private static final double CONFIDENCE = 0.95;
  private static final int TIMES = 2_000;
  private static final int ROUNDS = 20;

  /** Depression scores before and after a treatment: Hollander and Wolfe, examples 3.1 to 3.4. */
  @Test
  void agreesWithTheTextbook() {
    List<Double> differences =
        List.of(-0.952, 0.147, -1.022, -0.43, -0.62, -0.59, -0.49, 0.08, -0.01);

    Interval interval = Interval.of(differences.stream().map(Math::exp).toList(), CONFIDENCE);

    assertThat(Math.log(interval.middle())).isCloseTo(-0.46, within(1e-9));
    assertThat(Math.log(interval.low())).isCloseTo(-0.786, within(1e-9));
    assertThat(Math.log(interval.high())).isCloseTo(-0.01, within(1e-9));
  }

  @Test
  void isFromTheLowestToTheHighestOfSix() {
    Interval interval = Interval.of(List.of(1.0, 2.0, 4.0, 8.0, 16.0, 32.0), CONFIDENCE);

    assertThat(interval.low()).isCloseTo(1, within(1e-9));
    assertThat(interval.high()).isCloseTo(32, within(1e-9));
    assertThat(interval.middle()).isCloseTo(Math.sqrt(32), within(1e-9));
  }

  @Test
  void refusesToBeMadeOfTooFew() {
    assertThatThrownBy(() -> Interval.of(List.of(1.0, 1.0, 1.0, 1.0, 1.0), CONFIDENCE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("5 rounds are not enough for an interval of 0.95; 6 are");
    assertThat(Interval.fewest(CONFIDENCE)).isEqualTo(6);
  }

  @Test
  void canBeTurnedAround() {
    Interval turned = new Interval(0.5, 0.8, 2).inverse();

    assertThat(turned).isEqualTo(new Interval(0.5, 1.25, 2));
    assertThat(new Interval(0.5, 0.8, 1.1).farthestFactor()).isEqualTo(2);
    assertThat(new Interval(0.9, 1, 1.2).isWithin(1.2)).isTrue();
    assertThat(new Interval(0.8, 1, 1.2).isWithin(1.2)).isFalse();
  }

  /** As often as it says, whatever the noise is like. */
  @Test
  void coversTheMiddle() {
    Random random = new Random(1);

    assertThat(covered(() -> Math.exp(0.1 * random.nextGaussian()))).isBetween(0.94, 0.97);
    assertThat(covered(() -> wild(random))).isBetween(0.94, 0.97);
  }

  /** One round of five is up to ten times as long, as when somebody else needed the processor. */
  static double wild(Random random) {
    double first = Math.exp(0.05 * random.nextGaussian()) * hit(random);
    double second = Math.exp(0.05 * random.nextGaussian()) * hit(random);
    return second / first;
  }

  private static double hit(Random random) {
    return random.nextInt(5) == 0 ? 1 + 9 * random.nextDouble() : 1;
  }

  private static double covered(Supplier<Double> ratio) {
    int count = 0;
    for (int i = 0; i < TIMES; i++) {
      Interval interval = Interval.of(Stream.generate(ratio).limit(ROUNDS).toList(), CONFIDENCE);
      count += interval.low() <= 1 && interval.high() >= 1 ? 1 : 0;
    }
    return (double) count / TIMES;
  }

  /** A wild round moves the ends little. */
  @Test
  void barelyMindsAWildRound() {
    List<Double> calm = new ArrayList<>();
    Random random = new Random(2);
    for (int i = 0; i < ROUNDS; i++) {
      calm.add(1.2 * Math.exp(0.02 * random.nextGaussian()));
    }
    List<Double> wild = new ArrayList<>(calm);
    wild.set(3, 40.0);

    assertThat(Interval.of(wild, CONFIDENCE).middle())
        .isCloseTo(Interval.of(calm, CONFIDENCE).middle(), within(0.01));
  }
}
