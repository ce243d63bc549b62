package io.logsink.bench.cost;

import io.logsink.api.LogSinkException;
import io.logsink.api.record.LogRecord;
import io.logsink.bench.Contender;
import io.logsink.bench.stretch.Measure;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Has another JVM append to a store until it is killed in the middle of it, and measures how long
 * the next opening takes until it answers.
 *
 * @param contender who; a backend of the class path
 * @param records some of their bodies are the lines
 * @param plan how much
 */
record Recovery(Contender contender, List<LogRecord> records, CostPlan plan) {
  private static final long LINES_BYTES = 8L << 20;

  /** Runs it in {@code folder}, at which nothing is; files beside it are removed again. */
  Map<Measure, Double> run(Path folder) throws LogSinkException, IOException {
    Path settingsFile = folder.resolveSibling(folder.getFileName() + ".conf");
    Path lines = folder.resolveSibling(folder.getFileName() + ".log");
    try {
      Record settings = contender.settingsIn(folder.toAbsolutePath());
      SettingsFile.write(settingsFile, contender.backend(), settings);
      writeLines(lines);
      long receipted = appendAndKill(settingsFile, lines);
      Opening opening = Opening.of(contender, settings);
      return Map.of(
          Measure.RECOVERY, (double) opening.tookNanos(),
          Measure.RECOVERED, (double) opening.recordCount(),
          Measure.LOST, (double) Math.max(0, receipted - opening.newestSequence()));
    } finally {
      Files.deleteIfExists(settingsFile);
      Files.deleteIfExists(lines);
    }
  }

  private void writeLines(Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      long bytes = 0;
      for (LogRecord line : records) {
        out.write(line.body().unsafeArray());
        out.write('\n');
        bytes += line.body().length();
        if (bytes > LINES_BYTES) {
          break;
        }
      }
    }
  }

  /** Returns the last sequence that the child had a receipt for. */
  private long appendAndKill(Path settingsFile, Path lines) throws IOException {
    Process child =
        new ProcessBuilder(command(settingsFile, lines)).redirectError(Redirect.INHERIT).start();
    try (BufferedReader out = child.inputReader()) {
      long receipted = 0;
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        receipted = Long.parseLong(line);
        if (receipted >= plan.killCount()) {
          // The process's own method would close the stream that still has receipts.
          child.toHandle().destroyForcibly();
        }
      }
      if (receipted < plan.killCount()) {
        throw new IOException(
            "the process that was to be killed ended by itself after %d records"
                .formatted(receipted));
      }
      return receipted;
    } finally {
      child.destroyForcibly();
      child.onExit().join();
    }
  }

  private List<String> command(Path settingsFile, Path lines) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(Recovery::isForTheChild)
        .forEach(command::add);
    command.addAll(
        List.of(
            "-Xmx512m",
            "-classpath",
            System.getProperty("java.class.path"),
            KilledChild.class.getName(),
            contender.backend().name(),
            settingsFile.toString(),
            lines.toString(),
            Integer.toString(plan.batchCount())));
    return command;
  }

  /** Its own heap; no agent, whose files it would share; no archive made for other options. */
  private static boolean isForTheChild(String option) {
    return !option.startsWith("-Xmx")
        && !option.startsWith("-javaagent")
        && !option.startsWith("-agentlib")
        && !option.startsWith("-XX:AOT");
  }
}
