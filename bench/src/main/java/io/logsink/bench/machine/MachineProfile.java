package io.logsink.bench.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What was measured on. Text that is not known on this system is {@code unknown}.
 *
 * @param cpu the processor's model
 * @param coreCount how many cores this JVM may use
 * @param memoryBytes how much memory the machine has, or 0 when that is not known
 * @param system operating system, version and architecture
 * @param fileSystem the type of the file system that the stores are on
 * @param flushNanos the median time of a write of 4 KB and its fdatasync there
 * @param jvm the running Java
 * @param heapBytes the most heap that this JVM takes
 * @param revision the git revision of this code
 */
public record MachineProfile(
    String cpu,
    int coreCount,
    long memoryBytes,
    String system,
    String fileSystem,
    long flushNanos,
    String jvm,
    long heapBytes,
    String revision) {
  private static final String UNKNOWN = "unknown";

  /**
   * This machine's, with the file system of {@code folder}.
   *
   * @throws IOException when the folder cannot be written to
   */
  public static MachineProfile of(Path folder) throws IOException {
    Path proc = Path.of("/proc");
    return new MachineProfile(
        new ProcFile(proc.resolve("cpuinfo")).value("model name").orElse(UNKNOWN),
        Runtime.getRuntime().availableProcessors(),
        new ProcFile(proc.resolve("meminfo")).kiloBytes("MemTotal") << 10,
        "%s %s %s".formatted(property("os.name"), property("os.version"), property("os.arch")),
        Files.getFileStore(folder).type(),
        FlushProbe.medianNanos(folder),
        "%s %s".formatted(property("java.vm.name"), property("java.runtime.version")),
        Runtime.getRuntime().maxMemory(),
        Revision.ofThisCode().orElse(UNKNOWN));
  }

  private static String property(String name) {
    return System.getProperty(name, UNKNOWN);
  }
}
