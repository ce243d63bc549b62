package io.logsink.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class FigureTest {
  @Test
  void takesTheMiddleOfTheRounds() {
    assertThat(figure(9, 1, 5).median()).isEqualTo(5);
    assertThat(figure(9, 1, 5, 7).median()).isEqualTo(6);
    assertThat(figure(3).median()).isEqualTo(3);
  }

  @Test
  void knowsHowFarTheRoundsLieApart() {
    assertThat(figure(9, 1, 5).min()).isEqualTo(1);
    assertThat(figure(9, 1, 5).max()).isEqualTo(9);
    assertThat(figure(9, 1, 5).spread()).isEqualTo(1.6);
    assertThat(figure(0, 0).spread()).isZero();
  }

  @Test
  void isWithinNoiseOfWhatItsRoundsReachInto() {
    assertThat(figure(1, 5).isWithinNoiseOf(figure(5, 9))).isTrue();
    assertThat(figure(5, 9).isWithinNoiseOf(figure(1, 5))).isTrue();
    assertThat(figure(1, 9).isWithinNoiseOf(figure(4, 5))).isTrue();
    assertThat(figure(1, 4).isWithinNoiseOf(figure(5, 9))).isFalse();
    assertThat(figure(5, 9).isWithinNoiseOf(figure(1, 4))).isFalse();
  }

  @Test
  void needsARound() {
    assertThatThrownBy(FigureTest::figure).isInstanceOf(IllegalArgumentException.class);
  }

  private static Figure figure(double... rounds) {
    return new Figure(Arrays.stream(rounds).boxed().toList());
  }
}
