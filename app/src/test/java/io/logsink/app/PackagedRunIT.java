package io.logsink.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The jar as a supervisor, in a small heap, until it gets a signal. */
@Timeout(180)
final class PackagedRunIT {
  private static final int FLOOD = 300_000;

  @TempDir private Path folder;

  @Test
  void aFloodCostsNobodyElseALineAndASignalEndsAllOfIt() throws Exception {
    Path config = folder.resolve("logsink.conf");
    Files.writeString(
        config,
        """
        logsink {
          backend = sqlite
          sqlite.directory = "%1$s/sqlite"
          pipeline { counters-file = "%1$s/counters", max-bytes = 4MiB }
          stats.interval = 1s
          sysmon.enabled = false
          server { http.enabled = false, socket.path = "%1$s/s" }
          supervisor.services {
            flood { command = [sh, -c, "seq -f 'line %%.0f of the flood' 1 %2$d; exec sleep 600"], output = pipes }
            quiet { command = [sh, -c, "for i in 1 2 3 4 5 6 7 8 9; do echo quiet $i; sleep 0.2; done; exec sleep 600"] }
          }
        }
        """
            .formatted(folder, FLOOD));
    Process run =
        Packaged.start(
            Map.of("LOGSINK_JAVA_OPTS", "-Xmx128m"), "run", "--config", config.toString());
    try (BufferedReader out = run.inputReader()) {
      awaitAllLines(out);
      List<ProcessHandle> children = run.descendants().toList();
      run.toHandle().destroy(); // Process.destroy would close what is still to be read
      assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();

      assertThat(run.exitValue()).isZero();
      assertThat(children).hasSizeGreaterThan(2).noneMatch(ProcessHandle::isAlive);
      String last = out.lines().reduce("", (_, next) -> next);
      assertThat(number(last, "queued_records")).isZero();
      assertThat(number(last, "stored_total") + number(last, "dropped_total"))
          .isEqualTo(number(last, "emitted_total"));
      assertThat(count(config, "pty:quiet")).isEqualTo(9);
      assertThat(count(config, "pty:flood") + number(last, "dropped_total")).isEqualTo(FLOOD);
    } finally {
      run.destroyForcibly();
    }
  }

  /** Until no more came in an interval: the statistics also count what is not of the services. */
  private static void awaitAllLines(BufferedReader out) throws IOException {
    long before = 0;
    long now = 0;
    while (now < FLOOD + 9 || now != before) {
      String line = out.readLine();
      assertThat(line).as("statistics").isNotNull();
      before = now;
      now = number(line, "emitted_total");
    }
  }

  private static long count(Path config, String source) {
    return Cli.run("query", "--config", config.toString(), "--source", source, "--format", "raw")
        .text()
        .lines()
        .count();
  }

  /** A number of the statistics. */
  private static long number(String line, String key) {
    return List.of(line.split(" ", -1)).stream()
        .filter(part -> part.startsWith(key + "="))
        .mapToLong(part -> Long.parseLong(part.substring(key.length() + 1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + key + " in " + line));
  }
}
