package io.logsink.app;

import io.logsink.bench.lines.Workload;
import io.logsink.bench.lines.WorkloadReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine.Option;

/** Which lines. */
final class BenchInput {
  private static final String STANDARD_INPUT = "-";
  private static final long QUICK_BYTES = 96L << 20;
  private static final long FULL_BYTES = 256L << 20;
  private static final long QUICK_JVM_BYTES = 48L << 20;
  private static final long FULL_JVM_BYTES = 160L << 20;

  /** Lines, their records and an index or two have to fit into the heap. */
  private static final int HEAP_PART = 6;

  @Option(
      names = "--input",
      paramLabel = "PATH",
      description =
          "Lines of a file, of all files in a folder, or of standard input (-); repeatable.")
  private List<String> paths = new ArrayList<>();

  @Option(
      names = "--command",
      paramLabel = "COMMAND",
      description = "Lines that a shell command prints; repeatable.")
  private List<String> commands = new ArrayList<>();

  @Option(
      names = "--bytes",
      paramLabel = "SIZE",
      converter = ByteSize.class,
      description =
          "Measure this much of the lines (64MiB), however long it takes; when not given, as much"
              + " as the time allows.")
  private long bytes;

  /** Whether the user said how much. */
  boolean isExactly() {
    return bytes > 0;
  }

  /** Reads them; a JVM's own when nothing is named. */
  Workload read(Console console, boolean quick) throws IOException {
    boolean made = paths.isEmpty() && commands.isEmpty();
    WorkloadReader reader = new WorkloadReader(most(quick, made));
    for (String path : paths) {
      if (path.equals(STANDARD_INPUT)) {
        reader.addStream("stdin", console.in());
      } else {
        reader.addPath(Path.of(path));
      }
    }
    for (String command : commands) {
      reader.addCommand(command);
    }
    if (made) {
      reader.addJvm(Path.of(Objects.requireNonNull(System.getProperty("java.home"))));
    }
    return reader.workload();
  }

  private long most(boolean quick, boolean made) {
    if (isExactly()) {
      return bytes;
    }
    long wanted =
        quick ? (made ? QUICK_JVM_BYTES : QUICK_BYTES) : (made ? FULL_JVM_BYTES : FULL_BYTES);
    return Math.min(wanted, Runtime.getRuntime().maxMemory() / HEAP_PART);
  }
}
