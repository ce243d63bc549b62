package io.logsink.bench.matrix.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.bench.compare.Interval;
import io.logsink.bench.matrix.report.FactorCost.Ratio;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LeadingWordTest {
  private static final Ratio UNDER = new Ratio(0.5, 0.4, 0.6, false);
  private static final Ratio OVER = new Ratio(1.5, 1.4, 1.6, false);
  private static final Ratio WITHIN = new Ratio(0.9, 0.8, 1.1, true);

  private static String word(double low, double high, Ratio... pairs) {
    return LeadingWord.of(List.of(pairs), Optional.of(new Interval(low, (low + high) / 2, high)))
        .text();
  }

  @Test
  void isASideWhenTheWholeIntervalIsMoreThanATenthAway() {
    assertThat(word(0.5, 0.90, UNDER, WITHIN)).isEqualTo("slower");
    assertThat(word(1.11, 2, OVER, WITHIN)).isEqualTo("faster");
  }

  @Test
  void isWithinNoiseWhenItIsNot() {
    assertThat(word(0.5, 0.92, UNDER, UNDER)).isEqualTo("within noise");
    assertThat(word(1.09, 2, OVER, OVER)).isEqualTo("within noise");
    assertThat(word(0.98, 1.02, WITHIN)).isEqualTo("within noise");
  }

  @Test
  void dependsWhenTwoPairsBeyondNoiseAreOnEitherSide() {
    assertThat(word(0.5, 0.6, UNDER, UNDER, UNDER, OVER, OVER)).isEqualTo("depends");
    assertThat(word(0.5, 0.6, UNDER, UNDER, UNDER, OVER, WITHIN)).isEqualTo("slower");
  }

  @Test
  void cannotTellWithTooFewRounds() {
    assertThat(LeadingWord.interval(List.of(1.0, 1.0, 1.0, 1.0, 1.0))).isEmpty();
    assertThat(LeadingWord.interval(List.of(1.0, 1.0, 1.0, 1.0, 1.0, 1.0))).isPresent();
    assertThat(LeadingWord.of(List.of(UNDER), Optional.empty()).text()).isEqualTo("cannot tell");
  }
}
