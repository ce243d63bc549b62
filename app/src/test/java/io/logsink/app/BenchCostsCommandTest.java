package io.logsink.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.app.Cli.Result;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BenchCostsCommandTest {
  private static final byte[] LINES =
      "a line of a service\nanother\0 line\r\n".repeat(500).getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;

  @Test
  void measuresABackendAndReportsIt() throws Exception {
    Result result =
        Cli.run(
            LINES,
            "bench",
            "costs",
            "--quick",
            "--rounds",
            "1",
            "--input",
            "-",
            "--backend",
            "sqlite-wal",
            "--dir",
            folder.resolve("stores").toString(),
            "--json",
            folder.resolve("c.json").toString(),
            "--html",
            folder.resolve("c.html").toString(),
            "--markdown",
            folder.resolve("c.md").toString());

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.text())
        .contains(": bytes on disk per byte of sqlite-wal (")
        .contains("\nsqlite-wal ")
        .contains("recovery ms");
    assertThat(Files.readString(folder.resolve("c.md")))
        .contains("| sqlite-wal |")
        .contains("| recovery ms |")
        .contains("| raw-file |");
    assertThat(Files.readString(folder.resolve("c.json")))
        .startsWith("{\"schema\":1,\"kind\":\"costs\",\"id\":\"costs-")
        .contains("\"command\":\"./logsink bench costs --quick ");
    assertThat(folder.resolve("stores")).isEmptyDirectory();
  }
}
