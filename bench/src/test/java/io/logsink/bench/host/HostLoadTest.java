package io.logsink.bench.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class HostLoadTest {
  private static final long SECOND_NANOS = 1_000_000_000;

  @Test
  void isWhatWasBusyWithoutThisProcess() {
    HostLoad load =
        HostLoad.between(
            sample(1_000, 100, 5_000, 400, 0), sample(1_080, 104, 5_200, 450, 250_000));

    assertThat(load.foreignShare()).isEqualTo(0.15);
    assertThat(load.stealShare()).isEqualTo(0.02);
    assertThat(load.pressureShare().orElseThrow()).isEqualTo(0.25);
    assertThat(load.loadAverage()).isEqualTo(OptionalDouble.of(1.5));
  }

  /** The kernel counts the two at different moments, so that one may seem more than all. */
  @Test
  void isNeverNegative() {
    HostLoad load =
        HostLoad.between(sample(1_000, 0, 5_000, 400, 0), sample(1_010, 0, 5_200, 415, 0));

    assertThat(load.foreignShare()).isZero();
  }

  @Test
  void doesNotDivideByATimeThatIsTooShortToBeCounted() {
    HostSample sample = sample(1_000, 0, 5_000, 400, 0);

    assertThat(HostLoad.between(sample, sample).foreignShare()).isZero();
  }

  @Test
  void knowsNoPressureWhereTheKernelDoesNot() {
    HostSample before =
        new HostSample(new CpuTimes(0, 0, 0), 0, OptionalLong.empty(), OptionalDouble.empty(), 0);

    assertThat(HostLoad.between(before, before).pressureShare()).isEmpty();
  }

  private static HostSample sample(long busy, long steal, long total, long own, long micros) {
    return new HostSample(
        new CpuTimes(busy, steal, total),
        own,
        OptionalLong.of(micros),
        OptionalDouble.of(1.5),
        micros == 0 ? 0 : SECOND_NANOS);
  }
}
