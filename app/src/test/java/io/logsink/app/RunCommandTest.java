package io.logsink.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command with real services, and the commands that ask it. */
final class RunCommandTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir private Path folder;

  @Test
  void storesWhatServicesPrintUntilTheyAreDone() throws Exception {
    String config =
        config(
            "sqlite",
            """
            one { command = [sh, -c, "for i in 1 2 3; do echo line $i; done"] }
            two { command = [sh, -c, "echo trouble >&2; exit 3"], output = pipes, restart.policy = never }
            """);

    Cli.Result run = Cli.run("run", "--config", config, "--until-done");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).contains("running 2 services into sqlite");
    assertThat(run.text()).contains("sink=sqlite", "dropped_total=0 ");
    assertThat(raw(config, "pty:one")).containsExactly("line 1", "line 2", "line 3");
    assertThat(raw(config, "pty:two")).containsExactly("trouble");
    assertThat(Cli.run("query", "--config", config, "--attr", "exit.code=3").lines()).hasSize(1);
  }

  /** Nobody else can read a ring while its owner runs, so the answers are the owner's. */
  @Test
  void isAskedByTheOtherCommands() throws Exception {
    Path done = folder.resolve("done");
    String config =
        config(
            "ring",
            "chatty { command = [sh, -c, \"echo hello; while [ ! -e '%s' ]; do sleep 0.1; done\"] }"
                .formatted(done));
    CompletableFuture<Cli.Result> run =
        CompletableFuture.supplyAsync(() -> Cli.run("run", "--config", config, "--until-done"));
    try {
      await(() -> Files.exists(socket()), run);
      await(() -> raw(config, "pty:chatty").contains("hello"), run);

      Cli.Result insert =
          Cli.run("call", "--config", config, "logs.insert", "{\"body\": \"by the RPC\"}");
      await(() -> raw(config, "rpc").contains("by the RPC"), run);
      Cli.Result stats = Cli.run("stats", "--config", config);
      Cli.Result tail =
          Cli.run("tail", "--config", config, "--source", "rpc", "--format", "raw");
      Cli.Result wrong = Cli.run("call", "--config", config, "logs.insert", "{\"body\": 7}");

      assertThat(insert.exitCode()).as(insert.err()).isZero();
      assertThat(stats.lines()).anyMatch(line -> line.startsWith("pty:chatty "));
      assertThat(tail.text()).isEqualTo("by the RPC\n");
      assertThat(wrong.exitCode()).isEqualTo(2);
      assertThat(wrong.err()).contains("body");
    } finally {
      Files.createFile(done);
    }
    Cli.Result end = run.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    assertThat(end.exitCode()).as(end.err()).isZero();
    assertThat(Files.exists(socket())).isFalse();
  }

  @Test
  void callsAMethodForEachLineOfItsInput() throws Exception {
    Path done = folder.resolve("done");
    String config =
        config(
            "lmdb",
            "waiting { command = [sh, -c, \"while [ ! -e '%s' ]; do sleep 0.1; done\"] }"
                .formatted(done));
    CompletableFuture<Cli.Result> run =
        CompletableFuture.supplyAsync(() -> Cli.run("run", "--config", config, "--until-done"));
    try {
      await(() -> Files.exists(socket()), run);
      byte[] input = "{\"body\": \"a\"}\n{\"body\": \"b\"}\n".getBytes(StandardCharsets.UTF_8);

      Cli.Result call = Cli.run(input, "call", "--config", config, "logs.insert", "-");

      assertThat(call.lines()).hasSize(2);
      await(() -> raw(config, "rpc").equals(List.of("a", "b")), run);
    } finally {
      Files.createFile(done);
    }
    run.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  @Test
  void routesGoToSeveralStoresThatAreReadAsOne() throws Exception {
    String config =
        config(
            "sqlite",
            "one { command = [sh, -c, \"echo one\"] }, two { command = [sh, -c, \"echo two\"] }");
    Files.writeString(
        Path.of(config), "\nlogsink.routes = [{ sources = \"pty:two\", backend = rotfile }]\n",
        StandardOpenOption.APPEND);

    Cli.Result run = Cli.run("run", "--config", config, "--until-done");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(raw(config, "pty:*")).containsExactlyInAnyOrder("one", "two");
    Cli.Result sqlite =
        Cli.run(
            "query", "--config", config, "--backend", "sqlite", "--source", "pty:*", "--format",
            "raw");
    assertThat(sqlite.text()).isEqualTo("one\n");
    Cli.Result context = Cli.run("query", "--config", config, "-C", "1", "--source", "pty:one");
    assertThat(context.exitCode()).isEqualTo(2);
    assertThat(context.err()).contains("choose with --backend", "rotfile, sqlite");
  }

  @Test
  void saysWhatIsWrongWithAService() throws Exception {
    String config = config("sqlite", "one { command = [] }");

    Cli.Result run = Cli.run("run", "--config", config);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("logsink.supervisor.services.one.command", "logsink.conf");
    assertThat(folder.resolve("sqlite")).doesNotExist();
  }

  @Test
  void saysThatNoServerRuns() throws Exception {
    Cli.Result stats = Cli.run("stats", "--config", config("sqlite", ""));

    assertThat(stats.exitCode()).isEqualTo(2);
    assertThat(stats.err()).contains(socket().toString(), "see whether it runs");
  }

  private Path socket() {
    return folder.resolve("s");
  }

  private String config(String backend, String services) throws IOException {
    Path file = folder.resolve("logsink.conf");
    Files.writeString(
        file,
        """
        logsink {
          backend = %1$s
          sqlite.directory = "%2$s/sqlite"
          lmdb.directory = "%2$s/lmdb"
          rotfile.directory = "%2$s/rotfile"
          ring.directory = "%2$s/ring"
          pipeline.counters-file = "%2$s/counters"
          sysmon.enabled = false
          server { http.enabled = false, socket.path = "%3$s" }
          supervisor.services { %4$s }
        }
        """
            .formatted(backend, folder, socket(), services));
    return file.toString();
  }

  private static List<String> raw(String config, String source) {
    return Cli.run("query", "--config", config, "--source", source, "--format", "raw").lines();
  }

  /** A condition that may fail for a while. */
  private interface Condition {
    boolean holds();
  }

  private static void await(Condition condition, CompletableFuture<Cli.Result> run)
      throws InterruptedException {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!condition.holds()) {
      assertThat(run).as("the run ended").isNotDone();
      assertThat(Instant.now()).as("time").isBefore(deadline);
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }
}
