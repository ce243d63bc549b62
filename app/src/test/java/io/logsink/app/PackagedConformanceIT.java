package io.logsink.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.app.Packaged.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A stranger's backend: a jar beside the command, chosen in a config. */
@Timeout(300)
final class PackagedConformanceIT {
  private static final Path EXAMPLE =
      Path.of(System.getProperty("logsink.root"), "docs/example-backend/target");

  @TempDir private Path folder;
  private String config;
  private Map<String, String> environment;

  @BeforeEach
  void putTheJarIntoPlace() throws Exception {
    Path plugins = Files.createDirectory(folder.resolve("plugins"));
    Files.copy(jar(), plugins.resolve("journal.jar"));
    Path file =
        Files.writeString(
            folder.resolve("my.conf"),
            """
            logsink {
              backend = journal
              journal.directory = "%s"
            }
            """
                .formatted(folder.resolve("store")));
    config = file.toString();
    environment =
        Map.of(
            "LOGSINK_PLUGINS",
            plugins.toString(),
            "LOGSINK_JAVA_OPTS",
            "-Dlogsink.conformance.crash.rounds=3");
  }

  private static Path jar() throws Exception {
    try (Stream<Path> files = Files.list(EXAMPLE)) {
      return files
          .filter(file ->
              file.toString()
                  .matches(".*/logsink-example-backend-[^/]*(?<!-sources)(?<!-javadoc)\\.jar"))
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void isListedAppendedToAndRead() throws Exception {
    assertThat(run("", "backends").out()).contains("journal");
    assertThat(run("one\ntwo\n", "append", "--source", "x", "--config", config).exitCode())
        .isZero();
    assertThat(run("", "query", "--format", "raw", "--words", "two", "--config", config))
        .isEqualTo(new Result(0, "two\n", ""));
  }

  @Test
  void passesTheConformanceKit() throws Exception {
    Path report = folder.resolve("report.md");
    Result result = run("", "conformance", "--markdown", report.toString(), "--config", config);

    assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
    assertThat(result.out()).contains("journal: ").contains(" passed").doesNotContain("failed");
    assertThat(report).content().contains("| W1 | ");
    assertThat(folder.resolve("store")).doesNotExist();
  }

  private Result run(String input, String... arguments) throws Exception {
    return Packaged.finish(Packaged.start(environment, arguments), input);
  }
}
