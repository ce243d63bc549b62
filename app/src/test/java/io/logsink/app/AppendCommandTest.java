package io.logsink.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.app.Cli.Result;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AppendCommandTest {
  @TempDir private Path folder;

  @Test
  void saysHowMuchItStored() {
    Result result = append("abc\nde\n\nf", "--source", "x");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).isEqualTo("logsink: stored 4 records, 6 bytes%n".formatted());
  }

  @Test
  void storesTheTimeTheSourceAndTheSeverity() {
    append("x", "--source", "pty:web", "--severity", "error2");

    assertThat(query("--format", "json").text())
        .contains("\"time\":\"2026-03-10T12:00:00Z\"")
        .contains("\"severity\":\"ERROR2\",\"severityNumber\":18,\"source\":\"pty:web\"");
  }

  @Test
  void addsToWhatIsThere() {
    append("one\n", "--source", "x");
    append("two\n", "--source", "x");

    assertThat(query("--format", "raw").text()).isEqualTo("one\ntwo\n");
  }

  @Test
  void storesNothingOfNothing() {
    assertThat(append("", "--source", "x").err()).startsWith("logsink: stored 0 records");
    assertThat(query().exitCode()).isEqualTo(1);
  }

  @Test
  void cutsALineThatNoRecordCanHold() {
    String line = "x".repeat(17 * 1024 * 1024);

    assertThat(append(line + "\n", "--source", "x").err()).contains("cut lines longer than");
    assertThat(query("--format", "raw").text().replace("\n", "")).isEqualTo(line);
  }

  @Test
  void needsASource() {
    assertThat(append("x").err())
        .startsWith("logsink: Missing required option: '--source=NAME'; see logsink append");
    assertThat(append("x", "--source", "").exitCode()).isEqualTo(2);
  }

  @Test
  void saysThatTheFolderCannotBeMade() throws Exception {
    Files.writeString(folder.resolve("store"), "a file");
    Result result = append("x", "--source", "x");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains(folder.resolve("store").toString());
  }

  private Result append(String lines, String... options) {
    return Cli.run(lines.getBytes(StandardCharsets.UTF_8), arguments("append", options));
  }

  private Result query(String... options) {
    return Cli.run(arguments("query", options));
  }

  private String[] arguments(String command, String... options) {
    return Cli.arguments(command, "sqlite", folder.resolve("store"), options);
  }
}
