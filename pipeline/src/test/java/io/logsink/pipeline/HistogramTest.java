package io.logsink.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class HistogramTest {
  private static final long SEED = Long.getLong("logsink.seed", new Random().nextLong());

  @Test
  void hasNothingAtFirst() {
    assertThat(new Histogram().distribution()).isEqualTo(new Distribution(0, 0, 0, 0, 0, 0));
  }

  @Test
  void isExactForSmallValues() {
    Histogram histogram = new Histogram();
    for (int i = 1; i <= 8; i++) {
      histogram.add(i);
    }

    assertThat(histogram.distribution()).isEqualTo(new Distribution(8, 4.5, 4, 8, 8, 8));
  }

  @Test
  void takesTheLargestValue() {
    Histogram histogram = new Histogram();
    histogram.add(Long.MAX_VALUE);

    assertThat(histogram.distribution().p50()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void percentilesAreAtMostAnEighthAboveTheTruth() {
    Random random = new Random(SEED);
    long[] values = random.longs(1_000, 0, 1L << random.nextInt(1, 60)).toArray();
    Histogram histogram = new Histogram();
    Arrays.stream(values).forEach(histogram::add);
    Arrays.sort(values);

    Distribution found = histogram.distribution();
    assertClose(found.p50(), values[499]);
    assertClose(found.p90(), values[899]);
    assertClose(found.p99(), values[989]);
    assertThat(found.max()).isEqualTo(values[999]);
  }

  private static void assertClose(long found, long truth) {
    assertThat(found).as("logsink.seed=%d", SEED).isBetween(truth, truth + truth / 8);
  }
}
