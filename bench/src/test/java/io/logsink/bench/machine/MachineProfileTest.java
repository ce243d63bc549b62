package io.logsink.bench.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MachineProfileTest {
  @TempDir private Path folder;

  @Test
  void saysWhatItRunsOn() throws Exception {
    MachineProfile machine = MachineProfile.of(folder);

    assertThat(machine.coreCount()).isPositive();
    assertThat(machine.heapBytes()).isPositive();
    assertThat(machine.flushNanos()).isPositive();
    assertThat(machine.fileSystem()).isEqualTo(Files.getFileStore(folder).type());
    assertThat(machine.jvm()).contains(Runtime.version().toString().replaceAll("\\+.*", ""));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).as("what the probe wrote").isEmpty();
    }
  }

  @Test
  void readsWhatLinuxSaysInProc() throws Exception {
    Path file =
        Files.write(folder.resolve("info"), List.of("MemTotal:  16 kB", "model name\t: X: Y"));
    ProcFile proc = new ProcFile(file);

    assertThat(proc.value("model name")).contains("X: Y");
    assertThat(proc.value("model")).isEmpty();
    assertThat(proc.kiloBytes("MemTotal")).isEqualTo(16);
    assertThat(proc.kiloBytes("model name")).isZero();
    assertThat(new ProcFile(folder.resolve("none")).value("x")).isEmpty();
  }

  @Test
  void findsItsOwnCheckoutAndNoOther() throws Exception {
    Path code = Files.createDirectories(folder.resolve("bench/target/classes"));
    assertThat(Revision.checkout(code)).isNotEqualTo(Optional.of(folder));

    Files.createDirectory(folder.resolve(".git"));
    assertThat(Revision.checkout(code)).isNotEqualTo(Optional.of(folder));

    Files.createFile(folder.resolve("bench/pom.xml"));
    assertThat(Revision.checkout(code)).contains(folder);
  }
}
