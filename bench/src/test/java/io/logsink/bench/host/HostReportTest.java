package io.logsink.bench.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On both sides of every threshold. */
final class HostReportTest {
  private static final int CORES = 2;
  private static final HostLoad QUIET = load(0.01, 0, 0.01, 0.5);

  @ParameterizedTest
  @CsvSource({
    "0.10, 0.02, 0.20, 2.0, ''",
    "0.11, 0.02, 0.20, 2.0, other processes take 11 % of its processors (10 % at most)",
    "0.10, 0.03, 0.20, 2.0, its own host takes 3 % of its processors (2 % at most)",
    "0.10, 0.02, 0.21, 2.0, something waits for a processor 21 % of the time (20 % at most)",
    "0.10, 0.02, 0.20, 2.1, its load average of the last minute is 2.1 on 2 processors",
  })
  void complainsBefore(
      double foreign, double steal, double pressure, double average, String complaint) {
    HostLoad load = load(foreign, steal, pressure, average);

    assertThat(String.join("; ", HostLimits.BEFORE.complaints(load, CORES))).isEqualTo(complaint);
  }

  @ParameterizedTest
  @CsvSource({
    "0.15, 0.03, ''",
    "0.16, 0.03, other processes take 16 % of its processors (15 % at most)",
    "0.15, 0.04, its own host takes 4 % of its processors (3 % at most)",
  })
  void complainsMeanwhileOnlyOfWhatIsNotItsOwn(double foreign, double steal, String complaint) {
    HostLoad load = load(foreign, steal, 1, 100);

    assertThat(String.join("; ", HostLimits.DURING.complaints(load, CORES))).isEqualTo(complaint);
  }

  @Test
  void isBusyWhenTooManyRoundsWereDisturbed() {
    assertThat(report(2, 8, false).isBusy()).isFalse();
    assertThat(report(2, 8, false).disturbedCount()).isEqualTo(2);
    assertThat(report(3, 7, false).complaints())
        .containsExactly("3 of 10 rounds were disturbed by others");
  }

  @Test
  void forbidsAVerdictUnlessItIsForced() {
    assertThat(report(2, 8, false).forbidsVerdict()).isFalse();
    assertThat(report(3, 7, false).forbidsVerdict()).isTrue();
    assertThat(report(3, 7, true).forbidsVerdict()).isFalse();
    assertThat(report(3, 7, true).isBusy()).isTrue();
  }

  @Test
  void isBusyWhenTheHostWasBefore() {
    HostReport report =
        HostReport.of(
            Optional.of(load(0.5, 0, 0, 0)),
            HostLimits.BEFORE,
            Optional.of(QUIET),
            List.of(QUIET),
            CORES,
            true);

    assertThat(report.complaints())
        .containsExactly("before: other processes take 50 % of its processors (10 % at most)");
  }

  /** What the comparison before has done to it is not held against the next. */
  @Test
  void mayLeaveTheLoadAverageOut() {
    HostLimits limits = HostLimits.BEFORE.withoutLoadAverage();

    assertThat(limits.complaints(load(0.10, 0.02, 0.20, 50), CORES)).isEmpty();
    assertThat(limits.complaints(load(0.11, 0.03, 0.21, 50), CORES)).hasSize(3);
  }

  /** On another system nothing is known, and nothing is forbidden. */
  @Test
  void complainsOfNothingThatItCannotKnow() {
    HostReport report =
        HostReport.of(
            Optional.empty(), HostLimits.BEFORE, Optional.empty(), List.of(), CORES, false);

    assertThat(report.isBusy()).isFalse();
  }

  @Test
  void refusesToStartOnABusyHostAndSaysHowToGoOn() {
    assertThatCode(() -> HostBusyException.throwIfBusy(QUIET, CORES)).doesNotThrowAnyException();
    assertThatThrownBy(() -> HostBusyException.throwIfBusy(load(0.5, 0, 0, 3), CORES))
        .isInstanceOf(HostBusyException.class)
        .hasMessageContaining("other processes take 50 %")
        .hasMessageContaining("load average of the last minute is 3.0 on 2")
        .hasMessageContaining("--force");
  }

  private static HostReport report(int disturbedCount, int quietCount, boolean forced) {
    List<HostLoad> rounds = new ArrayList<>(Collections.nCopies(quietCount, QUIET));
    rounds.addAll(Collections.nCopies(disturbedCount, load(0.26, 0, 0, 0)));
    return HostReport.of(
        Optional.of(QUIET), HostLimits.BEFORE, Optional.of(QUIET), rounds, CORES, forced);
  }

  private static HostLoad load(double foreign, double steal, double pressure, double average) {
    return new HostLoad(foreign, steal, OptionalDouble.of(pressure), OptionalDouble.of(average));
  }
}
