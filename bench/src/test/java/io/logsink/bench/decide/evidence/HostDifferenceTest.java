package io.logsink.bench.decide.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.bench.machine.MachineProfile;
import org.junit.jupiter.api.Test;

final class HostDifferenceTest {
  private static final MachineProfile HERE = machine("a cpu", 4, "ext4", 1_000_000);

  @Test
  void theSameMachineWithAnotherKernelAndRevisionIsTheSame() {
    MachineProfile later =
        new MachineProfile("a cpu", 4, 2, "linux 7", "ext4", 900_000, "jvm 26", 2, "rev 2");

    assertThat(HostDifference.between(later, HERE)).isEmpty();
  }

  @Test
  void processorCoresAndFileSystemTellMachinesApart() {
    assertThat(HostDifference.between(machine("b cpu", 8, "tmpfs", 1_000_000), HERE))
        .containsExactly(
            "processor b cpu there, a cpu here",
            "cores 8 there, 4 here",
            "file system tmpfs there, ext4 here");
  }

  @Test
  void aFlushMoreThanFiveTimesAsQuickIsAnotherDisk() {
    assertThat(HostDifference.between(machine("a cpu", 4, "ext4", 5_000_000), HERE)).isEmpty();
    assertThat(HostDifference.between(machine("a cpu", 4, "ext4", 5_000_001), HERE)).hasSize(1);
    assertThat(HostDifference.between(HERE, machine("a cpu", 4, "ext4", 5_000_001)))
        .containsExactly("flush of 4 KB 1.000 ms there, 5.000 ms here");
  }

  private static MachineProfile machine(String cpu, int cores, String fileSystem, long flush) {
    return new MachineProfile(cpu, cores, 1, "linux", fileSystem, flush, "jvm", 1, "rev");
  }
}
