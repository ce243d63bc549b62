package io.logsink.bench.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Reads what Linux writes. */
final class HostSampleTest {
  private static final String STAT =
      """
      cpu  100 10 30 700 50 5 5 100 40 0
      cpu0 50 5 15 350 25 2 3 50 20 0
      intr 12345
      """;

  private static final String SELF =
      "42 (java (x) y) S 1 42 42 0 -1 4194560 9 0 0 0 300 45 7 8 20 0 30 0 9 1 2\n";

  private static final String PRESSURE =
      """
      some avg10=1.78 avg60=12.93 avg300=11.65 total=78876284
      full avg10=0.00 avg60=0.00 avg300=0.00 total=7
      """;

  @Test
  void addsUpWhatTheProcessorsDid() {
    CpuTimes times = CpuTimes.parse(STAT).orElseThrow();

    assertThat(times.total()).isEqualTo(1_000);
    assertThat(times.steal()).isEqualTo(100);
    assertThat(times.busy()).isEqualTo(150);
  }

  @Test
  void readsAKernelThatKnowsNoGuests() {
    assertThat(CpuTimes.parse("cpu  1 2 3 4 5 6 7 8\ncpu0 1 2 3 4 5 6 7 8\n"))
        .contains(new CpuTimes(19, 8, 36));
  }

  @Test
  void takesNothingFromATextThatIsSomethingElse() {
    assertThat(CpuTimes.parse("")).isEmpty();
    assertThat(CpuTimes.parse("cpu0 1 2 3 4 5 6 7 8\n")).isEmpty();
    assertThat(CpuTimes.parse("cpu  1 2 3\n")).isEmpty();
    assertThat(HostSample.of("", SELF, PRESSURE, "", 0)).isEmpty();
    assertThat(HostSample.of(STAT, "no process", PRESSURE, "", 0)).isEmpty();
  }

  @Test
  void readsItsOwnTimeWhateverTheProcessIsCalled() {
    assertThat(HostSample.of(STAT, SELF, "", "", 0).orElseThrow().ownTicks()).isEqualTo(345);
  }

  @Test
  void readsPressureAndLoadWhereTheKernelHasThem() {
    HostSample all =
        HostSample.of(STAT, SELF, PRESSURE, "1.09 1.00 0.54 1/83 9321\n", 5).orElseThrow();
    HostSample none = HostSample.of(STAT, SELF, "", "", 5).orElseThrow();

    assertThat(all.pressureMicros()).isEqualTo(OptionalLong.of(78_876_284));
    assertThat(all.loadAverage().orElseThrow()).isEqualTo(1.09);
    assertThat(none.pressureMicros()).isEmpty();
    assertThat(none.loadAverage()).isEmpty();
  }
}
