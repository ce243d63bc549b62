package io.logsink.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.app.Cli.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BenchPageCommandTest {
  @TempDir private static Path folder;

  private static String first;
  private static String second;

  @BeforeAll
  static void measureTwice() throws IOException {
    Path workload = folder.resolve("mine.conf");
    Files.writeString(
        workload,
        "logsink.workload { duration = 200ms, warm-up = 0s, producers { \"pty:a\" { rate = 100 } }"
            + " }");
    first = compare("first", workload);
    second = compare("second", workload);
  }

  private static String compare(String name, Path workload) {
    Path json = folder.resolve(name + ".json");
    Result result =
        Cli.run(
            "bench",
            "compare",
            "--force",
            "--rounds",
            "7",
            "--stretch",
            "10ms",
            "--backend",
            "ring",
            "--backend",
            "lmdb",
            "--workload",
            workload.toString(),
            "--dir",
            folder.resolve("stores").toString(),
            "--html",
            folder.resolve(name + ".html").toString(),
            "--markdown",
            folder.resolve(name + ".md").toString(),
            "--json",
            json.toString());
    assertThat(result.exitCode()).as(result.err()).isZero();
    return json.toString();
  }

  @Test
  void everyResultIsAPageOfItsOwnToo() throws IOException {
    assertThat(Files.readString(folder.resolve("first.html")))
        .contains("<h1>Comparison</h1>", "<svg ", "ring");
  }

  @Test
  void putsResultsOnOnePage() throws IOException {
    Result result = page(first, second, "--title", "Two runs");

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.err()).contains("the page is in " + folder.resolve("page.html"));
    assertThat(Files.readString(folder.resolve("page.html")))
        .contains("<h1>Two runs</h1>", "<svg ");
    assertThat(Files.readString(folder.resolve("page.md")))
        .startsWith("# Two runs\n\n## Comparison\n")
        .containsPattern("(?s)\n## Comparison\n.*\n## Comparison\n")
        .contains("\n### Arms\n");
  }

  @Test
  void saysWhatHasChangedSince() throws IOException {
    Result result = page(second, "--against", first);

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(Files.readString(folder.resolve("page.md")))
        .contains("\n### Beside compare-")
        .contains("now / earlier");
  }

  @Test
  void saysWhatIsNoResult() throws IOException {
    Path other = Files.writeString(folder.resolve("other.json"), "{\"kind\":\"stats\"}");

    Result missing = page(folder.resolve("none.json").toString());
    assertThat(missing.exitCode()).isEqualTo(2);
    assertThat(missing.err()).contains("there is no file " + folder.resolve("none.json"));
    assertThat(page(other.toString()).err()).contains("has no field \"document\"");
  }

  private static Result page(String... options) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "bench",
                "page",
                "--html",
                folder.resolve("page.html").toString(),
                "--markdown",
                folder.resolve("page.md").toString()));
    arguments.addAll(List.of(options));
    return Cli.run(arguments.toArray(String[]::new));
  }
}
