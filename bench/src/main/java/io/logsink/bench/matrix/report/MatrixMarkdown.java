package io.logsink.bench.matrix.report;

import static io.logsink.bench.report.markdown.MarkdownPage.list;

import io.logsink.bench.matrix.CellResult;
import io.logsink.bench.matrix.Factor;
import io.logsink.bench.matrix.MatrixResult;
import io.logsink.bench.report.markdown.MarkdownPage;
import io.logsink.bench.report.markdown.PromiseGroups;
import io.logsink.bench.stretch.Measure;
import io.logsink.bench.stretch.MeasureTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
    MarkdownPage page =
        new MarkdownPage("The SQLite matrix", command)
            .section("In short", list(new FactorLines(costs).sentences()))
            .section("Failures", list(result.failures()))
            .section("How it was measured", list(new MatrixMethod(result).lines()));
    PromiseGroups.of(result.results(), CellResult::capabilities, MatrixMarkdown::isFloor)
        .forEach((title, members) -> page.section(title, table(SPEED, members)));
    page.section("What it costs beside time", table(COSTS, result.results()))
        .section("What each factor costs", FactorTable.LEGEND);
    for (Factor factor : Factor.values()) {
      List<FactorCost> pairs = costs.stream().filter(cost -> cost.factor() == factor).toList();
      page.part(title(factor), pairs.isEmpty() ? "" : new FactorTable(pairs).toString());
    }
    return page.section("What the engines say about themselves", list(engines())).toString();
  }

  private static boolean isFloor(CellResult member) {
    return member.cell().contender().isFloor();
  }

  private static String table(List<Measure> measures, List<CellResult> members) {
    MeasureTable table = new MeasureTable(measures);
    members.forEach(member -> table.add(member.cell().label(), member.figures()));
    return table.toString();
  }

  private static String title(Factor factor) {
    return "%s, against %s".formatted(factor.title(), factor.reference());
  }

  private Map<String, String> engines() {
    Map<String, String> engines = new LinkedHashMap<>();
    result.results().stream()
        .filter(member -> !member.engine().isEmpty())
        .forEach(
            member -> engines.put(member.cell().label(), MarkdownPage.engine(member.engine())));
    return engines;
  }
}
