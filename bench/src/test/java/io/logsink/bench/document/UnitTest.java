package io.logsink.bench.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UnitTest {
  @ParameterizedTest
  @CsvSource({
    "RECORDS, 0, 0",
    "RECORDS, 1234, 1.23k",
    "RECORDS_PER_SECOND, 999.6, 1000/s",
    "RECORDS_PER_SECOND, 12345678, 12.3M/s",
    "BYTES, 1000, 1 kB",
    "BYTES_PER_SECOND, 2500000000, 2.50 GB/s",
    "NANOS, 12, 12 ns",
    "NANOS, 1500, 1.50 µs",
    "NANOS, 30000000, 30 ms",
    "NANOS, 2500000000, 2.50 s",
    "SECONDS, 0.25, 0.250 s",
    "TIMES, 1.279, 1.28x",
    "NINES, 0.30103, 50 %",
    "NINES, 1, 90 %",
    "NINES, 2, 99 %",
    "NINES, 3, 99.9 %",
  })
  void numbersAreWrittenForPeople(Unit unit, double value, String text) {
    assertThat(unit.text(value)).isEqualTo(text);
  }

  @Test
  void ticksAreRoundAndInTheScale() {
    assertThat(Scale.over(List.of(0.0, 87.0), false, 0, 100).ticks())
        .containsExactly(0.0, 20.0, 40.0, 60.0, 80.0);
    assertThat(Scale.over(List.of(0.0), false, 0, 100).ticks()).startsWith(0.0).hasSize(6);
    assertThat(Scale.over(List.of(30.0, 4_000.0), true, 0, 100).ticks())
        .containsExactly(10.0, 100.0, 1_000.0, 10_000.0);
  }

  @Test
  void aLogarithmicScaleHasTheSameDistanceForTheSameRatio() {
    Scale scale = Scale.over(List.of(1.0, 10_000.0), true, 0, 400);
    assertThat(scale.at(100)).isEqualTo(200);
    assertThat(scale.at(0)).as("drawn at the edge").isZero();
  }
}
