package io.logsink.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.logsink.app.Cli.Result;
import io.logsink.config.BackendCatalogue;
import io.logsink.config.ConfigSources;
import io.logsink.config.LogSinkConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of {@code docs/decide.md}, and what the command does with files. */
final class DecideCommandTest {
  private static final Path DOCS = Path.of(System.getProperty("logsink.root"), "docs");
  private static final String CAPACITY = DOCS.resolve("decide/capacity.json").toString();
  private static final String CONFIG = DOCS.resolve("decide/logsink.conf").toString();

  @TempDir private Path folder;

  /** Three situations, three answers, as the manual says. */
  @ParameterizedTest
  @CsvSource({"idle, KEEP [K1], 0", "flood, REDUCE [R1], 1", "everything, MOVE [M1], 1"})
  void decidesTheExamplesAsTheManualSays(String workload, String answer, int exitCode)
      throws IOException {
    Result result = example(workload);
    List<String> lines = result.lines();

    assertThat(result.exitCode()).as(result.err()).isEqualTo(exitCode);
    assertThat(lines.getFirst()).isEqualTo(answer);
    assertThat(sentence(workload)).isEqualTo(lines.get(1));
  }

  private static String sentence(String workload) throws IOException {
    return Pattern.compile("\\| `%s.conf` \\| (.*) \\|".formatted(workload))
        .matcher(Files.readString(DOCS.resolve("decide.md")))
        .results()
        .findFirst()
        .orElseThrow()
        .group(1);
  }

  /** The decision that is kept is what its evidence says today, too. */
  @Test
  void decidesTheDemonstrationAsItWasDecided() throws IOException {
    String evidence = DOCS.resolve("decisions/0001-demonstration-capacity.json").toString();
    Result result =
        Cli.run(
            "decide",
            "--config",
            DOCS.resolve("demo/logsink.conf").toString(),
            "--workload",
            DOCS.resolve("workloads/demonstration.conf").toString(),
            "--capacity",
            evidence,
            "--machine",
            evidence);

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(Files.readString(DOCS.resolve("decisions/0001-demonstration.md")))
        .contains("\n- " + result.lines().get(1) + "\n");
  }

  @Test
  void anotherMachineIsNoEvidence() {
    Result result =
        Cli.run(
            "decide", "--config", CONFIG, "--workload", workload("idle"), "--capacity", CAPACITY);

    assertThat(result.exitCode()).as(result.err()).isEqualTo(3);
    assertThat(result.text())
        .startsWith("MEASURED ON ANOTHER HOST [E3]\n")
        .contains("processor Example board (made up) there, ");
  }

  @Test
  void theConfigThatItWritesIsRightAndThenThereIsNothingToDo() throws IOException {
    Path advised = folder.resolve("advised.conf");
    Result flood = example("flood", "--write-config", advised.toString());
    Result check = Cli.run("config", "--config", advised.toString());
    Result calm = decide(advised.toString(), "flood");
    Result everything = example("everything", "--write-config", advised.toString());
    Result again = decide(advised.toString(), "everything");

    assertThat(flood.err()).contains(advised + " carries it out");
    assertThat(check.exitCode()).as(check.err()).isZero();
    assertThat(check.text()).contains("coalesce-window = 10s");
    assertThat(calm.lines().getFirst()).isEqualTo("KEEP [K1]");
    assertThat(everything.exitCode()).isEqualTo(1);
    assertThat(Files.readString(advised)).startsWith(Files.readString(Path.of(CONFIG)).strip());
    assertThat(again.lines().getFirst()).isEqualTo("KEEP [K1]");
    assertThat(again.exitCode()).isZero();
  }

  @Test
  void writesNoConfigWhenThereIsNothingToChange() {
    Path advised = folder.resolve("advised.conf");
    Result result = example("idle", "--write-config", advised.toString());

    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).contains("there is nothing to change, so " + advised);
    assertThat(advised).doesNotExist();
  }

  @Test
  void printsJsonAndWritesAPage() throws IOException {
    Path page = folder.resolve("decisions/0002-flood.md");
    Result result = example("flood", "--format", "json", "--markdown", page.toString());

    assertThat(new ObjectMapper().readTree(result.text()).path("answer").asText())
        .isEqualTo("REDUCE");
    assertThat(Files.readString(page))
        .startsWith("# Decision: reduce\n\n    ./logsink decide --config ")
        .contains("\n- by rule R1, on 2026-03-10T12:00:00Z; producers: ");
  }

  @Test
  void watchesWhatRuns() throws Exception {
    Path config = running();
    CompletableFuture<Result> run =
        CompletableFuture.supplyAsync(
            () -> Cli.run("run", "--config", config.toString(), "--until-done"));
    Path done = folder.resolve("done");
    try {
      awaitLines(config, run);
      Result first = Cli.run("call", "--config", config.toString(), "log_batcher.stats");
      Result result =
          Cli.run("decide", "--config", config.toString(), "--watch", "3s", "--capacity", CAPACITY);
      Result second = Cli.run("call", "--config", config.toString(), "log_batcher.stats");
      Result ofFiles = Cli.run(decideOf(config, first, second));

      assertThat(result.exitCode()).as(result.err() + result.text()).isEqualTo(3);
      assertThat(result.text()).contains("\npty:chatty ").contains(" s, in stretches of ");
      assertThat(ofFiles.text()).contains("\npty:chatty ");
    } finally {
      Files.createFile(done);
    }
    assertThat(run.get(1, TimeUnit.MINUTES).exitCode()).isZero();
  }

  private static void awaitLines(Path config, CompletableFuture<Result> run)
      throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (!Cli.run("stats", "--config", config.toString()).text().contains("pty:chatty")) {
      assertThat(run).isNotDone();
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.sleep(20);
    }
  }

  private String[] decideOf(Path config, Result... answers) throws IOException {
    Stream<String> options = Stream.of("decide", "--config", config.toString());
    for (int i = 0; i < answers.length; i++) {
      Path file = Files.write(folder.resolve("answer" + i), answers[i].out());
      options = Stream.concat(options, Stream.of("--stats", file.toString()));
    }
    return options.toArray(String[]::new);
  }

  private Path running() throws IOException {
    return Files.writeString(
        folder.resolve("running.conf"),
        """
        logsink {
          backend = lmdb
          lmdb.directory = "%1$s/store"
          pipeline.counters-file = "%1$s/counters"
          sysmon.enabled = false
          server { http.enabled = false, socket.path = "%1$s/socket" }
          supervisor.services.chatty {
            command = [sh, -c, "while [ ! -e '%1$s/done' ]; do echo a line; sleep 0.05; done"]
          }
        }
        """
            .formatted(folder));
  }

  @Test
  void asksForProducersAndNamesWhatIsWrong() {
    assertThat(Cli.run("decide").err()).contains("Give one of --workload, --stats and --watch");
    assertThat(Cli.run("decide", "--stats", "none").exitCode()).isEqualTo(2);
    assertThat(Cli.run("decide", "--workload", workload("idle"), "--capacity", "none.json").err())
        .contains("there is no file none.json");
  }

  /** The table of the section's keys in the manual has all of them, with their defaults. */
  @Test
  void theManualHasItsKeys() throws IOException {
    List<String> documented =
        Pattern.compile("(?m)^\\| `([a-z0-9.-]+)` \\| `([^`]*)` \\|")
            .matcher(Files.readString(DOCS.resolve("decide.md")))
            .results()
            .map(row -> "logsink.decide.%s = %s".formatted(row.group(1), row.group(2)))
            .toList();
    LogSinkConfig config =
        LogSinkConfig.load(
            ConfigSources.none().withDefaultBackend("sqlite"),
            BackendCatalogue.find(),
            OwnSections.DEFAULTS);

    assertThat(documented)
        .containsExactlyElementsOf(
            config.effective().stream()
                .filter(setting -> setting.key().startsWith("logsink.decide."))
                .map(setting -> setting.assignment())
                .toList());
  }

  private static Result example(String workload, String... options) {
    return decide(CONFIG, workload, options);
  }

  private static Result decide(String config, String workload, String... options) {
    Stream<String> inputs =
        Stream.of(
            "decide",
            "--config",
            config,
            "--workload",
            workload(workload),
            "--capacity",
            CAPACITY,
            "--machine",
            CAPACITY);
    return Cli.run(Stream.concat(inputs, Stream.of(options)).toArray(String[]::new));
  }

  private static String workload(String name) {
    return DOCS.resolve("decide").resolve(name + ".conf").toString();
  }
}
