package io.logsink.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.logsink.app.Cli.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found depends on the machine; how it is said does not. */
final class BenchCompareCommandTest {
  @TempDir private Path folder;

  @Test
  void comparesArmsWithSettingsOfTheirOwn() throws Exception {
    Result result =
        compare(
            "--arm",
            "fast=lmdb,zstd-level=1",
            "--arm",
            "slow=lmdb,zstd-level=5",
            "--plant",
            "slow=50%",
            "--arm",
            "safe=lmdb,flush=append",
            "--rounds",
            "7",
            "--seed",
            "7",
            "--force");

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.text())
        .containsPattern("(slow is slower than fast|fast and slow: |fast is slower than slow)")
        .contains("not ranked against each other", "safe (append and sync survive a loss of power")
        .contains("noise floor of fast", "raw-file (floor)", "50.0 %");
    JsonNode json = new ObjectMapper().readTree(Files.readString(folder.resolve("out.json")));
    assertThat(json.path("kind").asText()).isEqualTo("compare");
    assertThat(json.path("plan").path("seed").asLong()).isEqualTo(7);
    assertThat(json.path("pairs")).hasSize(1);
    assertThat(json.path("noise")).hasSize(3);
    assertThat(json.path("arms").path(3).path("settings").path("zstdLevel").asText())
        .isEqualTo("5");
    assertThat(json.path("arms").path(4).path("settings").path("flush").asText())
        .isEqualTo("APPEND");
    assertThat(json.path("arms").path(2).path("engine").path("map_bytes").asLong()).isPositive();
    assertThat(Files.readString(folder.resolve("out.md")))
        .contains("--rounds 7 --seed 7 --force\n");
    assertThat(folder.resolve("stores")).isEmptyDirectory();
  }

  @Test
  void testsItself() throws Exception {
    Result result =
        compare(
            "--backend",
            "ring",
            "--self-test",
            "1",
            "--planted",
            "300%",
            "--rounds",
            "6",
            "--force");

    assertThat(result.exitCode()).as(result.err()).isIn(0, 1);
    assertThat(result.text())
        .contains("with 300.0 % planted, ", "with nothing planted, ", "cannot tell");
    assertThat(Files.readString(folder.resolve("out.md"))).containsPattern("--seed [0-9]+\n");
    assertThat(result.err()).contains("comparison 1 of 2, nothing planted: ");
  }

  @Test
  void saysWhatIsWrong() {
    assertThat(compare("--arm", "fast:lmdb").err())
        .contains("--arm \"fast:lmdb\" is not LABEL=BACKEND[,KEY=VALUE]...");
    assertThat(compare("--arm", "a=lmdb,zstd-levl=1").err()).contains("did you mean", "zstd-level");
    assertThat(compare("--arm", "a=lmbd").err()).contains("lmbd", "lmdb");
    assertThat(compare("--arm", "a=lmdb", "--arm", "b=lmdb", "--plant", "c=20%").err())
        .contains("no arm \"c\" to make slower", "there are a, b");
    assertThat(compare("--arm", "a=lmdb", "--arm", "b=lmdb", "--plant", "a").err())
        .contains("--plant \"a\" is not LABEL=SHARE");
    assertThat(compare("--arm", "a=lmdb", "--force").err()).contains("two arms or more, not 1");
    assertThat(compare("--arm", "a=lmdb", "--rounds", "5").err()).contains("must be 6 to 200");
    assertThat(compare("--arm", "a=lmdb", "--effect", "0%").err()).contains("must be 1 %");
    assertThat(compare("--backend", "lmdb", "--backend", "ring", "--self-test", "1").err())
        .contains("a self test takes one arm, not 2");
  }

  private Result compare(String... options) {
    String workload =
        Workloads.write(
                folder.resolve("mine.conf"),
                "producers { a { source = \"pty:a\", rate = 100, lines { count = 50 } } }\n")
            .toString();
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "bench",
                "compare",
                "--workload",
                workload,
                "--stretch",
                "10ms",
                "--batch",
                "100",
                "--dir",
                folder.resolve("stores").toString(),
                "--json",
                folder.resolve("out.json").toString(),
                "--html",
                folder.resolve("out.html").toString(),
                "--markdown",
                folder.resolve("out.md").toString()));
    arguments.addAll(List.of(options));
    return Cli.run(arguments.toArray(String[]::new));
  }
}
