package io.logsink.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JudgeTest {
  private static final double EFFECT = 0.2;
  private static final Judge JUDGE = new Judge(EFFECT);
  private static final int TIMES = 500;
  private static final int ROUNDS = 20;

  /** On both sides of every threshold: the interval's ends, the noise floor, the verdict. */
  @ParameterizedTest
  @CsvSource({
    // beyond the noise floor, or just not
    "1.051, 1.30, 1.05, SECOND_SLOWER",
    "1.050, 1.30, 1.05, CANNOT_TELL",
    "0.70, 0.952, 1.05, FIRST_SLOWER",
    "0.70, 0.953, 1.05, CANNOT_TELL",
    // a difference that is there, though it is less than was asked about
    "1.06, 1.10, 1.05, SECOND_SLOWER",
    "0.90, 0.94, 1.05, FIRST_SLOWER",
    // less than the effect, or just not
    "0.95, 1.20, 1.05, WITHIN_NOISE",
    "0.95, 1.21, 1.05, CANNOT_TELL",
    "0.834, 1.05, 1.05, WITHIN_NOISE",
    "0.833, 1.05, 1.05, CANNOT_TELL",
    // too noisy for anything, or just not
    "1.30, 1.40, 1.20, SECOND_SLOWER",
    "1.30, 1.40, 1.21, CANNOT_TELL",
    "5.00, 6.00, 1.21, CANNOT_TELL",
    "0.90, 1.10, 1.20, WITHIN_NOISE",
    "0.90, 1.10, 1.21, CANNOT_TELL",
  })
  void judges(double low, double high, double noise, Verdict verdict) {
    Interval ratio = new Interval(low, Math.sqrt(low * high), high);

    assertThat(JUDGE.judge(ratio, noise).verdict()).isEqualTo(verdict);
  }

  /** Turned around, it says the same of the other. */
  @ParameterizedTest
  @CsvSource({"1.10, 1.3, 1.05", "0.9, 1.1, 1.05", "0.7, 1.4, 1.05", "1.1, 1.3, 1.5"})
  void doesNotMindTheOrder(double low, double high, double noise) {
    Interval ratio = new Interval(low, Math.sqrt(low * high), high);
    Verdict turned =
        switch (JUDGE.judge(ratio, noise).verdict()) {
          case SECOND_SLOWER -> Verdict.FIRST_SLOWER;
          case FIRST_SLOWER -> Verdict.SECOND_SLOWER;
          case WITHIN_NOISE -> Verdict.WITHIN_NOISE;
          case CANNOT_TELL -> Verdict.CANNOT_TELL;
        };

    assertThat(JUDGE.judge(ratio.inverse(), noise).verdict()).isEqualTo(turned);
  }

  @Test
  void saysWhatToDoWhenItCannotTell() {
    Interval wide = new Interval(0.7, 1, 1.4);

    assertThat(JUDGE.judge(wide, 1.05).reason()).contains("the 20.0 % asked about", "--rounds");
    assertThat(JUDGE.judge(wide, 1.3).reason())
        .contains("noise floor of 30.0 %", "--stretch", "--effect");
  }

  @Test
  void seldomNamesAnArmThatIsAsFastAsTheOther() {
    Random random = new Random(11);

    assertThat(shareOf(Verdict.SECOND_SLOWER, 1, gaussian(random, 0.05))).isLessThan(0.015);
    assertThat(shareOf(Verdict.FIRST_SLOWER, 1, gaussian(random, 0.05))).isLessThan(0.015);
    assertThat(shareOf(Verdict.SECOND_SLOWER, 1, () -> IntervalTest.wild(random)))
        .isLessThan(0.015);
    assertThat(shareOf(Verdict.SECOND_SLOWER, 1, gaussian(random, 0.4))).isLessThan(0.015);
  }

  @Test
  void namesAnArmThatTakesAFifthLonger() {
    Random random = new Random(12);

    assertThat(shareOf(Verdict.SECOND_SLOWER, 1.2, gaussian(random, 0.05))).isGreaterThan(0.99);
    assertThat(shareOf(Verdict.SECOND_SLOWER, 1.2, gaussian(random, 0.1))).isGreaterThan(0.6);
  }

  @Test
  void saysThatItCannotTellWhereTheNoiseIsTooLarge() {
    Random random = new Random(13);

    assertThat(shareOf(Verdict.CANNOT_TELL, 1.2, gaussian(random, 0.8))).isGreaterThan(0.9);
    assertThat(shareOf(Verdict.WITHIN_NOISE, 1.2, gaussian(random, 0.8))).isLessThan(0.01);
  }

  /** The ratio of two arms that are alike, each with a noise of {@code spread}. */
  private static Supplier<Double> gaussian(Random random, double spread) {
    return () -> Math.exp(spread * Math.sqrt(2) * random.nextGaussian());
  }

  /** The noise floor is measured in as many rounds as the arms are. */
  private static double shareOf(Verdict verdict, double factor, Supplier<Double> noise) {
    int count = 0;
    for (int i = 0; i < TIMES; i++) {
      double floor = interval(noise).farthestFactor();
      Interval ratio = interval(() -> factor * noise.get());
      count += JUDGE.judge(ratio, floor).verdict() == verdict ? 1 : 0;
    }
    return (double) count / TIMES;
  }

  private static Interval interval(Supplier<Double> ratio) {
    return Interval.of(Stream.generate(ratio).limit(ROUNDS).toList(), ComparePlan.CONFIDENCE);
  }
}
