package io.logsink.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.app.Cli.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigCommandTest {
  @TempDir private Path folder;

  @Test
  void saysWhatTheConfigChoosesAndSets() throws Exception {
    Path file = config("logsink {", "  backend = lmdb", "  lmdb.zstd-level = 5", "}");
    Result result = Cli.run("config", "--config", file.toString());

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.lines().getFirst()).isEqualTo(file + " is right");
    assertThat(result.lines().stream().skip(1).map(ConfigCommandTest::squeezed))
        .containsExactly(
            "logsink.backend = lmdb # " + file + ":2",
            "logsink.lmdb.directory = \"logsink-data/lmdb\" # default",
            "logsink.lmdb.zstd-level = 5 # " + file + ":3");
  }

  @Test
  void needsNoFile() {
    assertThat(Cli.run("config").lines()).first().asString().isEqualTo("no config file");
    assertThat(Cli.run("config").text()).contains("logsink.backend = sqlite");
  }

  @Test
  void printsEverySettingInForceAndWhereItCameFrom() throws Exception {
    Path file = config("logsink {", "  sqlite.synchronous = FULL", "}");
    Result result = Cli.run("config", "--effective", "--config", file.toString(), "--dir", "x y");

    assertThat(result.lines().stream().map(ConfigCommandTest::squeezed))
        .filteredOn(line ->
            !line.matches("logsink\\.(pipeline|supervisor|sysmon|server|stats|decide)\\..*"))
        .containsExactly(
            "logsink.backend = sqlite # default",
            "logsink.routes = [] # default",
            "logsink.sqlite.directory = \"x y\" # option --dir",
            "logsink.sqlite.window.max-age = 6h # default",
            "logsink.sqlite.window.max-bytes = 128MiB # default",
            "logsink.sqlite.retention.max-age = 7d # default",
            "logsink.sqlite.retention.max-bytes = 2GiB # default",
            "logsink.sqlite.journal-mode = wal # default",
            "logsink.sqlite.synchronous = full # " + file + ":2");
  }

  @Test
  void whatItPrintsIsAConfigThatSaysTheSame() throws Exception {
    Path file = config("logsink { backend = lmdb, lmdb { block-record-count = 99 } }");
    List<String> first = settings("--config", file.toString());
    Path again = config(first.toArray(String[]::new));

    assertThat(settings("--config", again.toString())).isEqualTo(first).hasSizeGreaterThan(6);
  }

  private static List<String> settings(String... options) {
    String[] args = {"config", "--effective", options[0], options[1]};
    return Cli.run(args).lines().stream().map(line -> line.replaceAll("\\s+#.*", "")).toList();
  }

  @Test
  void saysEverythingThatIsWrongALineEach() throws Exception {
    Path file =
        config("logsink {", "  backend = sqllite", "  lmdb { zstd-level = 99, flsh = sync }", "}");
    Result result = Cli.run("config", "--config", file.toString());

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err().lines().toList())
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .startsWith("logsink: " + file + ":2: logsink.backend must be ")
                    .endsWith(", not \"sqllite\", did you mean sqlite?"),
            line ->
                assertThat(line)
                    .isEqualTo(
                        "logsink: %s:3: unknown key logsink.lmdb.flsh, did you mean flush?; the keys here are directory, window, retention, block-record-count, zstd-level, flush"
                            .formatted(file)),
            line ->
                assertThat(line)
                    .isEqualTo(
                        "logsink: %s:3: logsink.lmdb.zstd-level must be 1 to 22, not 99"
                            .formatted(file)));
  }

  @Test
  void aWrongOptionIsSaidAsOne() {
    assertThat(Cli.run("config", "--backend", "sqlit").err())
        .startsWith("logsink: option --backend: logsink.backend must be ")
        .contains("did you mean sqlite?");
    assertThat(Cli.run("config", "--config", "nowhere.conf").err())
        .isEqualTo(
            "logsink: there is no config file nowhere.conf; make it, or name another%n"
                .formatted());
  }

  @Test
  void nothingIsOpenedWhenTheConfigIsWrong() {
    assertThat(
            Cli.run(new byte[] {'a'}, "append", "--backend", "sqlit", "--source", "x")
                .err()
                .lines())
        .singleElement()
        .asString()
        .startsWith("logsink: option --backend: ");
  }

  @Test
  void everyCommandOpensTheStoreOfTheConfig() throws Exception {
    Path store = folder.resolve("store");
    String file =
        config("logsink { backend = lmdb, lmdb.directory = \"" + store + "\" }").toString();
    Cli.run(new byte[] {'a', '\n'}, "append", "--config", file, "--source", "x");

    assertThat(Cli.run("query", "--config", file, "--format", "raw").text()).isEqualTo("a\n");
    assertThat(Cli.run("tail", "--config", file, "--format", "raw").text()).isEqualTo("a\n");
    assertThat(Cli.run(Cli.arguments("query", "lmdb", store, "--format", "raw")).text())
        .isEqualTo("a\n");
    assertThat(
            Cli.run("query", "--config", file, "--dir", folder.resolve("other").toString()).err())
        .contains("lmdb")
        .contains("other");
  }

  private Path config(String... lines) throws IOException {
    return Files.write(folder.resolve("my.conf"), List.of(lines));
  }

  private static String squeezed(String line) {
    return line.replaceAll(" +", " ");
  }
}
