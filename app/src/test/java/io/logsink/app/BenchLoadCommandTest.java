package io.logsink.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.logsink.app.Cli.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Loads and capacities, for a moment each: what comes out depends on the machine, its form does
 * not.
 */
final class BenchLoadCommandTest {
  @TempDir private Path folder;

  @Test
  void sendsAWorkloadAndSaysWhatBecameOfIt() throws Exception {
    Result result = bench("load", "--backend", "sqlite", "--for", "500ms", "--rate", "200");

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.text())
        .contains("sqlite at 200 records/s of mine for 0.5000 s: ")
        .contains("every record is accounted for: ")
        .contains("pty:a ")
        .contains("follow  newest ");
    assertThat(result.err()).contains("rehearsing 200 records/s of mine into sqlite");
    JsonNode json = json();
    assertThat(json.path("kind").asText()).isEqualTo("load");
    assertThat(json.path("id").asText()).startsWith("load-");
    assertThat(json.path("load").path("ids").path("holds").asBoolean()).isTrue();
    assertThat(Files.readString(folder.resolve("out.md")))
        .startsWith("# Load on sqlite\n\n    ./logsink bench load ")
        .contains(json.path("id").asText(), "## Over time", "| follow | newest |");
    assertThat(folder.resolve("stores")).isEmptyDirectory();
  }

  @Test
  void sendsFasterThanTheWorkloadSays() throws Exception {
    Result result =
        bench("load", "--backend", "noop", "--for", "200ms", "--rate", "2.5x", "--no-readers");

    assertThat(result.text()).contains("noop at 250 records/s").doesNotContain("follow");
  }

  @Test
  void takesTheSettingsFromTheFileThatHasTheWorkload() throws Exception {
    String file = workload();
    Files.writeString(Path.of(file), "logsink.lmdb.flush = append\n", StandardOpenOption.APPEND);

    Result result = bench("load", "--backend", "lmdb", "--for", "200ms", "--config", file);

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(json().path("load").path("settings").path("flush").asText()).isEqualTo("APPEND");
  }

  @Test
  void sendsAtAShareOfACapacity() throws Exception {
    Result found =
        bench(
            "capacity",
            "--backend",
            "lmdb",
            "--no-floors",
            "--trial",
            "200ms",
            "--start",
            "100",
            "--most",
            "200",
            "--confirm",
            "1",
            "--resolution",
            "100%",
            "--no-readers");
    assertThat(found.exitCode()).as(found.err()).isZero();
    assertThat(found.text()).contains("lmdb without readers ").doesNotContain("with readers ");
    JsonNode json = json();
    Path capacity = Files.copy(folder.resolve("out.json"), folder.resolve("capacity.json"));
    double rate = json.path("cells").path(0).path("rate").asDouble();
    assertThat(json.path("id").asText()).startsWith("capacity-");

    Result load =
        bench(
            "load",
            "--backend",
            "lmdb",
            "--of",
            capacity.toString(),
            "--share",
            "80%",
            "--for",
            "200ms",
            "--no-readers");
    Result other =
        bench("load", "--backend", "sqlite", "--of", capacity.toString(), "--no-readers");
    Result readers = bench("load", "--backend", "lmdb", "--of", capacity.toString());

    assertThat(load.exitCode()).as(load.err()).isZero();
    assertThat(json().path("load").path("rate").asDouble()).isEqualTo(0.8 * rate);
    assertThat(other.err())
        .contains("has nothing of sqlite without readers; there are lmdb without readers");
    assertThat(readers.err()).contains("has nothing of lmdb with readers");
  }

  @Test
  void saysWhatIsWrongWithARate() throws Exception {
    Path load = Files.writeString(folder.resolve("load.json"), "{\"kind\":\"load\"}");

    assertThat(bench("load", "--rate", "fast").err())
        .contains("\"fast\" is neither a factor such as 2x nor records a second");
    assertThat(bench("load", "--share", "80%").err()).contains("say of which with --of");
    assertThat(bench("load", "--of", load.toString()).err())
        .contains("is of kind \"load\"; give the JSON of a capacity search");
    assertThat(bench("load", "--of", load.toString(), "--rate", "2x").err())
        .contains("--rate and --of are two rates");
    assertThat(bench("load", "--rate", "0").err()).contains("must be more than 0");
  }

  @Test
  void saysWhichWorkloadsAndBackendsThereAre() {
    assertThat(Cli.run("bench", "load", "--workload", "wb-access").err())
        .contains("did you mean web-access?", "three-producers");
    assertThat(bench("load", "--backend", "sqlit").err())
        .contains("no backend \"sqlit\"", "did you mean sqlite?", "noop");
  }

  @Test
  void saysWhatIsWrongWithASearch() {
    assertThat(bench("capacity", "--resolution", "0.1%").err()).contains("resolution", "0.01 to 1");
    assertThat(bench("capacity", "--p99", "0s").err()).contains("visibleP99", "more than 0");
    assertThat(bench("capacity", "--backend", "nope").err()).contains("no backend \"nope\"");
  }

  private JsonNode json() throws Exception {
    return new ObjectMapper().readTree(Files.readString(folder.resolve("out.json")));
  }

  private Result bench(String command, String... options) {
    Path file = folder.resolve("mine.conf");
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "bench",
                command,
                "--workload",
                Files.exists(file) ? file.toString() : workload(),
                "--warm-up",
                "0s",
                "--dir",
                folder.resolve("stores").toString(),
                "--json",
                folder.resolve("out.json").toString(),
                "--html",
                folder.resolve("out.html").toString(),
                "--markdown",
                folder.resolve("out.md").toString()));
    if (command.equals("load")) {
      arguments.addAll(List.of("--rehearsal", "100ms"));
    }
    arguments.addAll(List.of(options));
    return Cli.run(arguments.toArray(String[]::new));
  }

  private String workload() {
    return Workloads.write(
            folder.resolve("mine.conf"),
            """
            producers { a { source = "pty:a", rate = 100, lines { count = 50 } } }
            readers { follow { every = 100ms } }
            """)
        .toString();
  }
}
