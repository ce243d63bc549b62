package io.logsink.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.logsink.bench.load.Cadence.Bursts;
import io.logsink.bench.load.Cadence.Steady;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CadenceTest {
  static List<Cadence> all() {
    return List.of(
        new Steady(0.3),
        new Steady(7),
        new Steady(1_000.0 / 3),
        new Steady(123_456.789),
        new Steady(99_999_999),
        Bursts.of(1, 10_000_001),
        Bursts.of(37, 250_000_000),
        Bursts.of(3_000, 12_345_678.9),
        Bursts.of(1_000_000, 86_400e9));
  }

  @ParameterizedTest
  @MethodSource("all")
  void aTimeIsTheNameOfOneRecord(Cadence cadence) {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 20_000; i++) {
      long number = i < 5_000 ? i : random.nextLong(2_000_000_000L);
      long due = cadence.dueNanos(number);

      assertThat(cadence.numberAt(due)).isEqualTo(number);
      assertThat(cadence.dueNanos(number + 1)).isGreaterThan(due);
      assertThat(cadence.countBefore(due)).isEqualTo(number);
      assertThat(cadence.countBefore(due + 1)).isEqualTo(number + 1);
      assertThat(due & 1).isEqualTo(cadence instanceof Steady ? 0 : 1);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void anotherTimeIsTheNameOfNone(Cadence cadence) {
    for (int i = 0; i < 1_000; i++) {
      assertThat(cadence.numberAt(cadence.dueNanos(i) + 1)).isEqualTo(-1);
      assertThat(cadence.numberAt(cadence.dueNanos(i) - 1)).isEqualTo(-1);
    }
    assertThat(cadence.numberAt(-2)).isEqualTo(-1);
    assertThat(cadence.numberAt(-1)).isEqualTo(-1);
    assertThat(cadence.countBefore(0)).isZero();
    assertThat(cadence.countBefore(-5)).isZero();
  }

  @Test
  void aRateIsKeptOverAnHour() {
    assertThat(new Steady(1_234.5).countBefore(3_600_000_000_000L)).isEqualTo(4_444_200);
    assertThat(Bursts.of(40, 250e6).countBefore(3_600_000_000_000L)).isEqualTo(576_000);
  }

  @Test
  void burstsThatRunIntoEachOtherAreRefused() {
    assertThatThrownBy(() -> Bursts.of(1_000, 2_000))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a burst of 1000 records each 2000 ns");
  }
}
