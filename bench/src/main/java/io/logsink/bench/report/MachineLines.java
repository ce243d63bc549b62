package io.logsink.bench.report;

import io.logsink.bench.machine.MachineProfile;
import java.util.List;

/** A machine, in lines for people. */
public final class MachineLines {
  private MachineLines() {}

  /** Processor, memory and file system, in one line. */
  public static String host(MachineProfile machine) {
    return "%s; %s".formatted(of(machine).getFirst(), machine.fileSystem());
  }

  /** Processor and memory; system and disk; Java and revision. */
  public static List<String> of(MachineProfile machine) {
    return List.of(
        "%s, %d cores, %s GB of memory"
            .formatted(
                machine.cpu(), machine.coreCount(), Digits.three(machine.memoryBytes() / 1e9)),
        "%s; %s; 4 KB and its fdatasync take %s ms"
            .formatted(
                machine.system(), machine.fileSystem(), Digits.three(machine.flushNanos() / 1e6)),
        "%s, heap up to %d MB; revision %s"
            .formatted(machine.jvm(), machine.heapBytes() >> 20, machine.revision()));
  }
}
