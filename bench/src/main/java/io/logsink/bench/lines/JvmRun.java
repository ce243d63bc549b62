package io.logsink.bench.lines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A JVM that logs: it compiles and runs a small program with unified logging turned up, which is
 * about 180,000 lines in two seconds. Without the verifier's log, which would be nine lines of ten.
 * A run on a Java without a compiler only logs how it fails, which are real lines too.
 */
final class JvmRun implements AutoCloseable {
  private static final List<String> COLLECTORS = List.of("Serial", "G1", "Parallel");
  private static final String PROGRAM =
      """
      import java.util.stream.*;

      public class Program {
        public static void main(String[] args) {
          System.out.println(IntStream.range(0, 100).boxed().collect(Collectors.toList()));
        }
      }
      """;

  private final Path java;
  private final Path folder;
  private int runCount;

  /** Of the Java in {@code javaHome}. */
  JvmRun(Path javaHome) throws IOException {
    java = javaHome.resolve("bin").resolve("java");
    folder = Files.createTempDirectory("logsink-jvm");
    Files.writeString(program(), PROGRAM);
  }

  private Path program() {
    return folder.resolve("Program.java");
  }

  /** The next run, which differs from the one before by its collector. */
  List<String> command() {
    String collector = COLLECTORS.get(runCount++ % COLLECTORS.size());
    return List.of(
        java.toString(),
        "-XX:+Use" + collector + "GC",
        "-Xlog:all=debug,verification*=info",
        program().toString());
  }

  int runCount() {
    return runCount;
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(program());
    Files.delete(folder);
  }
}
