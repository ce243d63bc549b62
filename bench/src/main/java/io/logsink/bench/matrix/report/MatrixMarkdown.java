package io.logsink.bench.matrix.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.logsink.bench.matrix.CellResult;
import io.logsink.bench.matrix.Factor;
import io.logsink.bench.matrix.MatrixResult;
import io.logsink.bench.report.Promise;
import io.logsink.bench.stretch.Measure;
import io.logsink.bench.stretch.MeasureTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A matrix as Markdown.
 *
 * @param result the result
 * @param command the command line that makes it again
 */
public record MatrixMarkdown(MatrixResult result, String command) {
  private static final List<Measure> SPEED =
      List.of(
          Measure.RECORDS,
          Measure.BYTES,
          Measure.P50,
          Measure.P99,
          Measure.REFUSED,
          Measure.READER_P50,
          Measure.READER_P99,
          Measure.READER_FAILED,
          Measure.JOB_P50,
          Measure.JOB_P99,
          Measure.JOB_RATE,
          Measure.JOB_FAILED);
  private static final List<Measure> COSTS =
      List.of(
          Measure.DISK,
          Measure.DEVICE,
          Measure.CPU,
          Measure.ALLOCATED,
          Measure.GC_COUNT,
          Measure.GC_TIME,
          Measure.PEAK);

  @Override
  public String toString() {
    List<FactorCost> costs = FactorCost.all(result.results());
    StringBuilder text = new StringBuilder("# The SQLite matrix\n\n    %s\n".formatted(command));
    section(text, "In short", list(new FactorLines(costs).sentences()));
    if (!result.failures().isEmpty()) {
      section(text, "Failures", list(failures()));
    }
    section(text, "How it was measured", list(new MatrixMethod(result).lines()));
    groups().forEach((title, members) -> section(text, title, table(SPEED, members)));
    section(text, "What it costs beside time", table(COSTS, result.results()));
    section(text, "What each factor costs", FactorTable.LEGEND);
    for (Factor factor : Factor.values()) {
      List<FactorCost> pairs = costs.stream().filter(cost -> cost.factor() == factor).toList();
      if (!pairs.isEmpty()) {
        text.append("\n### %s\n\n%s".formatted(title(factor), new FactorTable(pairs)));
      }
    }
    section(text, "What the engines say about themselves", list(engines()));
    return text.toString();
  }

  private static void section(StringBuilder text, String title, String content) {
    text.append("\n## %s\n\n%s".formatted(title, content));
  }

  private static String list(List<String> lines) {
    return lines.stream().map(line -> "- " + line + "\n").collect(Collectors.joining());
  }

  private static String title(Factor factor) {
    return "%s, against %s".formatted(capital(factor.title()), factor.reference());
  }

  private static String capital(String title) {
    return title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1);
  }

  private List<String> failures() {
    return result.failures().entrySet().stream()
        .map(failure -> "%s FAILED: %s".formatted(failure.getKey(), failure.getValue()))
        .toList();
  }

  /** The strongest promise first; the floors last. Inside a group the order is the plan's. */
  private Map<String, List<CellResult>> groups() {
    Map<Boolean, List<CellResult>> byFloor =
        result.results().stream()
            .collect(Collectors.partitioningBy(member -> member.cell().contender().isFloor()));
    Map<Promise, List<CellResult>> byPromise =
        byFloor.getOrDefault(false, List.of()).stream()
            .collect(
                groupingBy(member -> Promise.of(member.capabilities()), TreeMap::new, toList()));
    Map<String, List<CellResult>> groups = new LinkedHashMap<>();
    byPromise.forEach((promise, members) -> groups.put(capital(promise.text()), members));
    groups.put("Floors: no store can be faster", byFloor.getOrDefault(true, List.of()));
    groups.values().removeIf(List::isEmpty);
    return groups;
  }

  private static String table(List<Measure> measures, List<CellResult> members) {
    MeasureTable table = new MeasureTable(measures);
    members.forEach(member -> table.add(member.cell().label(), member.figures()));
    return table.toString();
  }

  private List<String> engines() {
    return result.results().stream()
        .filter(member -> !member.engine().isEmpty())
        .map(member -> "%s: %s".formatted(member.cell().label(), engine(member)))
        .toList();
  }

  private static String engine(CellResult member) {
    return new TreeMap<>(member.engine())
        .entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining(", "));
  }
}
