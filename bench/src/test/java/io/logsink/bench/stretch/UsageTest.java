package io.logsink.bench.stretch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class UsageTest {
  @Test
  void countsWhatWasTakenInBetween() {
    Usage before = Usage.now();
    long sum = 0;
    for (int i = 0; i < 100; i++) {
      sum += new byte[1 << 20].length;
    }
    Usage taken = Usage.now().since(before);

    assertThat(taken.allocatedBytes()).isGreaterThanOrEqualTo(sum);
    assertThat(taken.cpuNanos()).isPositive();
    assertThat(taken.figures(1_000, 100).get(Measure.ALLOCATED))
        .isEqualTo(taken.allocatedBytes() / 1_000.0);
  }

  @Test
  void whatTheSystemDoesNotSayIsLeftOut() {
    Usage silent = new Usage(5_000, 1, 0, 0, OptionalLong.empty(), OptionalLong.empty());
    Usage talking = new Usage(5_000, 1, 0, 0, OptionalLong.of(0), OptionalLong.of(300));

    assertThat(silent.figures(1_000, 100))
        .containsEntry(Measure.CPU, 5_000_000.0)
        .doesNotContainKey(Measure.DEVICE);
    assertThat(talking.figures(1_000, 100)).containsEntry(Measure.DEVICE, 3.0);
    assertThat(silent.figures(0, 0)).doesNotContainKeys(Measure.CPU, Measure.ALLOCATED);
    assertThat(talking.since(silent).deviceWrittenBytes()).isEmpty();
  }

  @Test
  void linuxSaysHowMuchWasResident() {
    assumeTrue(Files.exists(Path.of("/proc/self/status")));
    boolean reset = OwnProcess.resetPeak();

    assertThat(OwnProcess.peakBytes().orElseThrow()).as("reset %s", reset).isGreaterThan(1 << 20);
    assertThat(OwnProcess.deviceBytes("write_bytes")).isPresent();
    assertThat(OwnProcess.deviceBytes("no such thing")).isEmpty();
  }
}
