package io.logsink.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.app.Cli.Result;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BenchMatrixCommandTest {
  private static final byte[] LINES =
      "a line of a service\nanother\0 line\r\n".repeat(500).getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;

  @Test
  void measuresTheCellsThatAGlobChoosesAndReportsThem() throws Exception {
    Result result = matrix("--only", "wal-normal-1000", "--only", "wal-normal-1000-*");

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.err())
        .contains("logsink: 8 cells in 1 rounds, about 1 minutes")
        .contains("all of it is in");
    assertThat(result.text())
        .contains(": indexes time and source instead of none with wal: ")
        .contains("\nwal-normal-1000-indexes ");
    assertThat(Files.readString(folder.resolve("m.md")))
        .contains("| wal-normal-1000-indexes ")
        .contains("## Factor: indexes, against none")
        .contains("indexes=record_by_source,record_by_time, journal_mode=wal");
    assertThat(Files.readString(folder.resolve("m.json")))
        .startsWith("{\"schema\":1,\"kind\":\"matrix\",\"id\":\"matrix-")
        .contains("\"command\":\"./logsink bench matrix --quick ")
        .contains("--only 'wal-normal-1000-*'");
    assertThat(folder.resolve("stores")).isEmptyDirectory();
  }

  @Test
  void saysWhichCellsThereAre() {
    Result result = matrix("--only", "wall");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).startsWith("logsink: no cell \"wall\"; there are noop-1, raw-file-1");
  }

  private Result matrix(String... options) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "bench",
                "matrix",
                "--quick",
                "--rounds",
                "1",
                "--stretch",
                "20ms",
                "--input",
                "-",
                "--dir",
                folder.resolve("stores").toString(),
                "--json",
                folder.resolve("m.json").toString(),
                "--html",
                folder.resolve("m.html").toString(),
                "--markdown",
                folder.resolve("m.md").toString()));
    arguments.addAll(List.of(options));
    return Cli.run(LINES, arguments.toArray(String[]::new));
  }
}
