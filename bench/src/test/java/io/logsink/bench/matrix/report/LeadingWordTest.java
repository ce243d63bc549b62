package io.logsink.bench.matrix.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.bench.matrix.report.FactorCost.Ratio;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LeadingWordTest {
  private static final Ratio UNDER = new Ratio(0.5, 0.4, 0.6, false);
  private static final Ratio OVER = new Ratio(1.5, 1.4, 1.6, false);
  private static final Ratio WITHIN = new Ratio(0.9, 0.8, 1.1, true);

  private static String word(Ratio... ratios) {
    return LeadingWord.of(List.of(ratios)).text();
  }

  @Test
  void isASideWhenEveryPairIsBeyondNoiseOnIt() {
    assertThat(word(UNDER)).isEqualTo("slower");
    assertThat(word(UNDER, UNDER)).isEqualTo("slower");
    assertThat(word(OVER)).isEqualTo("faster");
    assertThat(word(OVER, OVER)).isEqualTo("faster");
  }

  @Test
  void isWithinNoiseWhenThreeOfFourPairsAre() {
    assertThat(word(WITHIN)).isEqualTo("within noise");
    assertThat(word(WITHIN, UNDER, WITHIN, WITHIN)).isEqualTo("within noise");
    assertThat(word(OVER, WITHIN, WITHIN, WITHIN)).isEqualTo("within noise");
    assertThat(word(WITHIN, UNDER, WITHIN)).isEqualTo("depends");
    assertThat(word(OVER, WITHIN, WITHIN)).isEqualTo("depends");
  }

  @Test
  void dependsWhenPairsBeyondNoiseAreOnBothSides() {
    assertThat(word(UNDER, OVER)).isEqualTo("depends");
    assertThat(word(UNDER, OVER, WITHIN, WITHIN, WITHIN)).isEqualTo("depends");
  }

  @Test
  void dependsWhenSomePairsAreWithinNoiseAndTooManyAreNot() {
    assertThat(word(UNDER, UNDER, WITHIN)).isEqualTo("depends");
    assertThat(word(OVER, WITHIN, OVER)).isEqualTo("depends");
  }
}
