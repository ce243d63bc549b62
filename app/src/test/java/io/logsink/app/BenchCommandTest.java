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

final class BenchCommandTest {
  private static final byte[] LINES =
      "a line of a service\nanother\0 line\r\n".repeat(500).getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;

  @Test
  void printsAComparisonAndWritesItAsJsonAndMarkdown() throws Exception {
    Result result = bench(LINES, "--input", "-", "--backend", "sqlite", "--backend", "lmdb");

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.text())
        .contains("1,000 lines")
        .contains(
            "equal byte for byte before the rounds: lmdb all, sqlite-wal all, sqlite-delete all")
        .contains("  sqlite-wal ")
        .contains("  raw-file ")
        .contains("fastest append: ");
    assertThat(result.err()).contains("logsink: 0 %, about ").contains("all of it is in");
    assertThat(Files.readString(folder.resolve("bench.json")))
        .startsWith("{\"schema\":1,\"kind\":\"bench\",\"id\":\"bench-")
        .contains("\"command\":\"./logsink bench --quick ")
        .contains("\"label\":\"lmdb\"");
    assertThat(Files.readString(folder.resolve("bench.md"))).contains("| sqlite-delete ");
    assertThat(folder.resolve("stores")).isEmptyDirectory();
  }

  @Test
  void readsFilesFoldersAndCommands() throws Exception {
    Files.write(folder.resolve("one.log"), LINES);
    Path inner = Files.createDirectory(folder.resolve("inner"));
    Files.write(inner.resolve("two.log"), LINES);
    Result result =
        bench(
            new byte[0],
            "--backend",
            "lmdb",
            "--input",
            folder.resolve("one.log").toString(),
            "--input",
            inner.toString(),
            "--command",
            "echo it\\'s");

    assertThat(result.text()).contains("2,001 lines").contains("3 sources");
    assertThat(Files.readString(folder.resolve("bench.md")))
        .contains("--command 'echo it\\'\\''s'");
  }

  @Test
  void takesAJvmsLinesWhenNoneAreNamed() {
    Result result = bench(new byte[0], "--backend", "lmdb");

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.text()).contains("1 runs of a JVM with -Xlog:all=debug");
  }

  @Test
  void saysWhichBackendsThereAre() {
    Result result = bench(LINES, "--input", "-", "--backend", "sqlite-wall");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .startsWith(
            "logsink: no backend \"sqlite-wall\" to compare, did you mean sqlite-wal?; there are ")
        .contains("rotfile");
  }

  @Test
  void takesTheSettingsFromAConfig() throws Exception {
    Path config = folder.resolve("my.conf");
    Files.writeString(config, "logsink { backend = ring, lmdb { flush = append } }");
    Result result =
        bench(LINES, "--input", "-", "--config", config.toString(), "--backend", "lmdb");

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.text()).contains("append and sync survive a loss of power (POWER_LOSS)");
    assertThat(Files.readString(folder.resolve("bench.json"))).contains("\"flush\":\"APPEND\"");
  }

  @Test
  void saysThatThereIsNothingToRead() {
    Path none = folder.resolve("none");
    Result missing = bench(LINES, "--input", none.toString());
    Result empty = bench(new byte[0], "--input", "-");

    assertThat(missing.exitCode()).isEqualTo(2);
    assertThat(missing.err()).contains("no file or folder " + none);
    assertThat(empty.exitCode()).isEqualTo(2);
    assertThat(empty.err()).contains("no lines in stdin");
  }

  @Test
  void refusesNumbersThatCannotBe() {
    assertThat(bench(LINES, "--input", "-", "--rounds", "0").err()).contains("rounds must be 1");
    assertThat(bench(LINES, "--input", "-", "--batch", "0").err()).contains("must be 1 to 100000");
    assertThat(bench(LINES, "--bytes", "much").err()).contains("\"much\" is not a size above 0");
  }

  private Result bench(byte[] input, String... options) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "bench",
                "--quick",
                "--bytes",
                "1MiB",
                "--dir",
                folder.resolve("stores").toString(),
                "--json",
                folder.resolve("bench.json").toString(),
                "--html",
                folder.resolve("bench.html").toString(),
                "--markdown",
                folder.resolve("bench.md").toString()));
    arguments.addAll(List.of(options));
    return Cli.run(input, arguments.toArray(String[]::new));
  }
}
