package io.logsink.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.bench.Metric;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DigitsTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0.000",
    "0.0126, 0.013",
    "0.99951, 1.00",
    "1.234, 1.23",
    "9.996, 10.0",
    "12.34, 12.3",
    "99.96, 100",
    "123.4, 123",
    "51388, 51388",
  })
  void keepsThreeThatCount(double value, String text) {
    assertThat(Digits.three(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "APPEND_RECORDS, 820, 820 records/s",
    "APPEND_RECORDS, 612345, 612k records/s",
    "APPEND_RECORDS, 1049000, 1.05M records/s",
    "APPEND_BYTES, 79100000, 79.1 MB/s",
    "APPEND_P50, 1234567, 1.23 ms",
    "DISK, 0.314, 0.314 bytes on disk per byte",
  })
  void writesEachMetricInItsUnit(Metric metric, double value, String text) {
    assertThat(Digits.withUnit(metric, value)).isEqualTo(text);
  }
}
