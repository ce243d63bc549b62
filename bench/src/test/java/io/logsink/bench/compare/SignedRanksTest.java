package io.logsink.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the tables in textbooks, which give the largest value that is still significant. */
final class SignedRanksTest {
  @ParameterizedTest
  @CsvSource({
    "6, 0.025, 0",
    "8, 0.025, 3",
    "10, 0.025, 8",
    "15, 0.025, 25",
    "20, 0.025, 52",
    "30, 0.025, 137",
    "10, 0.005, 3",
    "20, 0.005, 37",
    "20, 0.05, 60",
  })
  void knowsTheCriticalValues(int n, double tail, int value) {
    assertThat(SignedRanks.criticalCount(n, tail)).isEqualTo(value + 1);
  }

  @ParameterizedTest
  @CsvSource({"5, 0.025", "4, 0.05", "7, 0.005", "0, 0.4"})
  void hasNoneWhereThereAreTooFewRanks(int n, double tail) {
    assertThat(SignedRanks.criticalCount(n, tail)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"0.025, 6", "0.05, 5", "0.005, 8", "0.5, 1"})
  void knowsTheFewestRanks(double tail, int fewest) {
    assertThat(SignedRanks.fewest(tail)).isEqualTo(fewest);
    assertThat(SignedRanks.criticalCount(fewest, tail)).isPositive();
    assertThat(SignedRanks.criticalCount(fewest - 1, tail)).isZero();
  }
}
