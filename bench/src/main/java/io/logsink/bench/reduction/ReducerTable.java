package io.logsink.bench.reduction;

import io.logsink.api.record.LogRecord;
import io.logsink.bench.lines.WorkloadReader;
import io.logsink.pipeline.Fate;
import io.logsink.pipeline.SourceStats;
import io.logsink.pipeline.Tally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs every file below a folder through each reducer, and all of them, and prints in Markdown what
 * is left. A file is a source; the folders in the folder have a row each.
 */
public final class ReducerTable {
  private static final List<Fate> FATES = List.of(Fate.COALESCED, Fate.RATE_LIMITED, Fate.SAMPLED);
  private static final double MEGABYTE = 1e6;
  private static final String TOTAL = "**all**";

  /** For each trial the account of each row. */
  private final Map<Trial, Map<String, SourceStats>> results =
      Trial.ALL.stream().collect(Collectors.toMap(trial -> trial, _ -> new TreeMap<>()));

  private int fileCount;
  private int timedCount;

  private ReducerTable() {}

  /**
   * Prints the tables.
   *
   * @param args the folder
   */
  public static void main(String... args) throws IOException {
    if (args.length != 1) {
      System.err.println("usage: ReducerTable FOLDER");
      System.exit(2);
    }
    System.out.print(of(Path.of(args[0])));
  }

  /**
   * The tables for what is in {@code folder}.
   *
   * @throws IOException when it cannot be read
   */
  public static String of(Path folder) throws IOException {
    ReducerTable table = new ReducerTable();
    for (Path file : logsIn(folder)) {
      table.add(folder.relativize(file).getName(0).toString(), file);
    }
    return table.files() + Trial.ALL.stream().map(table::print).collect(Collectors.joining("\n"));
  }

  /** All files with something in them that are not about the logs. */
  private static List<Path> logsIn(Path folder) throws IOException {
    List<Path> logs = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
        if (Files.size(path) > 0 && !isAbout(folder.relativize(path).toString())) {
          logs.add(path);
        }
      }
    }
    return logs;
  }

  private static boolean isAbout(String path) {
    return path.matches("(.*/)?(LICENSE|README|NOTICE|MANIFEST)[^/]*|.*/ground-truth/.*");
  }

  private void add(String row, Path file) throws IOException {
    WorkloadReader reader = new WorkloadReader(Long.MAX_VALUE);
    reader.addPath(file);
    List<LogRecord> read = reader.workload().records();
    fileCount++;
    timedCount += LineTimes.areIn(read) ? 1 : 0;
    List<LogRecord> lines = LineTimes.restore(read);
    results.forEach((trial, rows) -> {
      SourceStats stats = trial.run(lines);
      rows.merge(row, stats, SourceStats::plus);
    });
  }

  private String files() {
    return "%d files, of which %d say when their lines were written; the others are taken to have %d lines a second.%n%n"
        .formatted(fileCount, timedCount, LineTimes.STEADY_COUNT);
  }

  private String print(Trial trial) {
    Map<String, SourceStats> rows = results.getOrDefault(trial, Map.of());
    SourceStats total = rows.values().stream().reduce(SourceStats.ZERO, SourceStats::plus);
    List<Fate> fates = FATES.stream().filter(fate -> happened(total, fate)).toList();
    StringBuilder text = new StringBuilder("## " + trial.title() + "\n\n");
    text.append(header(fates));
    rows.forEach((name, stats) -> text.append(row(name, stats, fates)));
    return text.append(row(TOTAL, total, fates)).toString();
  }

  private static boolean happened(SourceStats total, Fate fate) {
    return total.with(fate).recordCount() > 0;
  }

  private static String header(List<Fate> fates) {
    String lost =
        fates.stream().map(fate -> " " + fate.word() + " |").collect(Collectors.joining());
    return "| logs | lines | lines left | | MB | MB left | |%s%n".formatted(lost)
        + "| --- | ---: | ---: | ---: | ---: | ---: | ---: |%s%n"
            .formatted(" ---: |".repeat(fates.size()));
  }

  private static String row(String name, SourceStats stats, List<Fate> fates) {
    Tally before = stats.emitted();
    Tally after = stats.stored();
    String counts =
        String.format(
            Locale.ROOT,
            "| %s | %,d | %,d | %s | %.2f | %.2f | %s |",
            name,
            before.recordCount(),
            after.recordCount(),
            percent(after.recordCount(), before.recordCount()),
            before.bodyBytes() / MEGABYTE,
            after.bodyBytes() / MEGABYTE,
            percent(after.bodyBytes(), before.bodyBytes()));
    return counts
        + fates.stream()
            .map(fate -> String.format(Locale.ROOT, " %,d |", stats.with(fate).recordCount()))
            .collect(Collectors.joining("", "", "\n"));
  }

  private static String percent(long part, long whole) {
    return whole == 0 ? "" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
  }
}
