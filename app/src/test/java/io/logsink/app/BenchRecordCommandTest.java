package io.logsink.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.app.Cli.Result;
import io.logsink.bench.workload.ProducerPlan;
import io.logsink.bench.workload.WorkloadFile;
import io.logsink.bench.workload.WorkloadPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BenchRecordCommandTest {
  private static final int PATIENCE_SECONDS = 60;

  @TempDir private Path folder;

  @Test
  void makesAWorkloadOfSavedStatistics() throws Exception {
    Path first = stats("a.json", "12:00:00", 1_000, 50_000, 10);
    Path second = stats("b.json", "12:00:10", 3_000, 250_000, 20);
    Path file = folder.resolve("mine.conf");

    Result result =
        Cli.run(
            "bench", "record", "--output", file.toString(), first.toString(), second.toString());

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.text()).startsWith("2 producers, 201.0 records/s, recorded from ");
    WorkloadPlan plan = WorkloadFile.read(file);
    assertThat(plan.rate()).isCloseTo(201, Offset.offset(1e-6));
    assertThat(plan.producers()).containsOnlyKeys("pty:web", "rpc");
    assertThat(producer(plan, "pty:web").rate()).isEqualTo(200);
    assertThat(producer(plan, "pty:web").lines().length().meanBytes()).isEqualTo(100);
  }

  /** The web's records go into one sink and later into two; they are of one source all the same. */
  private Path stats(String name, String time, long records, long bytes, long rpc)
      throws Exception {
    return Files.writeString(
        folder.resolve(name),
        """
        {"emitted_total": 1, "sinks": [
          {"sink": "lmdb", "time": "2026-03-10T%1$sZ", "sources": [
            {"source": "pty:web", "emitted": {"records": %2$d, "bytes": %3$d}}]},
          {"sink": "ring", "time": "2026-03-10T%1$s.001Z", "sources": [
            {"source": "rpc", "emitted": {"records": %4$d, "bytes": 100}},
            {"source": "pty:web", "emitted": {"records": 0, "bytes": 0}}]}]}
        """
            .formatted(time, records, bytes, rpc));
  }

  @Test
  void watchesARunningPipeline() throws Exception {
    Path done = folder.resolve("done");
    Path config = folder.resolve("logsink.conf");
    Files.writeString(
        config,
        """
        logsink {
          backend = ring, ring.directory = "%1$s/ring", pipeline.counters-file = "%1$s/counters"
          sysmon.enabled = false
          server { http.enabled = false, socket.path = "%1$s/sock" }
          supervisor.services.talker.command =
            [sh, -c, "while [ ! -e '%2$s' ]; do echo hello; sleep 0.05; done"]
        }
        """
            .formatted(folder, done));
    Path file = folder.resolve("mine.conf");
    CompletableFuture<Result> run =
        CompletableFuture.supplyAsync(
            () -> Cli.run("run", "--config", config.toString(), "--until-done"));
    try {
      Result recorded = record(config, file);
      while (recorded.exitCode() != 0 && !run.isDone()) {
        recorded = record(config, file);
      }
      assertThat(recorded.exitCode()).as(recorded.err()).isZero();
    } finally {
      Files.createFile(done);
    }
    run.get(PATIENCE_SECONDS, TimeUnit.SECONDS);

    WorkloadPlan plan = WorkloadFile.read(file);
    assertThat(producer(plan, "pty:talker").meanRate()).isPositive();
  }

  private static ProducerPlan producer(WorkloadPlan plan, String name) {
    return Objects.requireNonNull(plan.producers().get(name), name);
  }

  /** Until the server is there, and the service has begun to talk. */
  private static Result record(Path config, Path file) {
    return Cli.run(
        "bench",
        "record",
        "--config",
        config.toString(),
        "--for",
        "300ms",
        "--every",
        "100ms",
        "--output",
        file.toString());
  }

  @Test
  void saysWhatIsWrong() throws Exception {
    Path there = Files.createFile(folder.resolve("there.conf"));
    Path other = Files.writeString(folder.resolve("other.json"), "{}");
    Path none = folder.resolve("none.conf");

    assertThat(Cli.run("bench", "record", "--output", there.toString()).err())
        .contains("is there already", "--replace");
    assertThat(Cli.run("bench", "record", "--output", none.toString(), other.toString()).err())
        .contains("is no result of log_batcher.stats");
    assertThat(
            Cli.run("bench", "record", "--output", none.toString(), "--for", "1s", "--every", "2s")
                .err())
        .contains("--every has to be more than 0 and --for at most");
    assertThat(Files.exists(none)).isFalse();
  }
}
