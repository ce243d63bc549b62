package io.logsink.bench.matrix.report;

import io.logsink.bench.document.Document;
import io.logsink.bench.document.Section;
import io.logsink.bench.document.Unit;
import io.logsink.bench.matrix.CellResult;
import io.logsink.bench.matrix.Factor;
import io.logsink.bench.matrix.MatrixResult;
import io.logsink.bench.report.MachineLines;
import io.logsink.bench.report.PromiseGroups;
import io.logsink.bench.report.SettingsLine;
import io.logsink.bench.stretch.Measure;
import io.logsink.bench.stretch.MeasureTable;
import java.util.ArrayList;
import java.util.List;

/** A matrix as a document. */
public final class MatrixPage {
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

  private final MatrixResult result;
  private final List<FactorCost> costs;

  private MatrixPage(MatrixResult result) {
    this.result = result;
    this.costs = FactorCost.all(result.results());
  }

  /**
   * What a matrix came to.
   *
   * @param result the result
   * @param command the command line that makes it again
   */
  public static Document of(MatrixResult result, String command) {
    MatrixPage page = new MatrixPage(result);
    return new Document(
        "The SQLite matrix",
        new MatrixJson(result, command).id(),
        command,
        MachineLines.host(result.machine()),
        page.verdict(),
        page.sections());
  }

  private List<String> verdict() {
    List<String> sentences = new ArrayList<>();
    result
        .failures()
        .forEach((label, failure) -> sentences.add("%s FAILED: %s".formatted(label, failure)));
    sentences.addAll(new FactorLines(costs).sentences());
    return sentences;
  }

  private List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    sections.add(Section.of("How it was measured", new MatrixMethod(result).lines()));
    sections.add(batchSizes());
    sections.addAll(speeds());
    sections.add(Section.of("What it costs beside time", table(COSTS, result.results()).table()));
    sections.addAll(factors());
    sections.add(Section.of("What the engines say about themselves", engines()));
    return sections;
  }

  private Section batchSizes() {
    BatchSweep sweep = new BatchSweep(result.results());
    return Section.of(BatchSweep.TITLE, sweep.chart(), sweep.table());
  }

  private List<Section> speeds() {
    List<Section> sections = new ArrayList<>();
    PromiseGroups.of(result.results(), CellResult::capabilities, MatrixPage::isFloor)
        .forEach((promise, members) -> sections.add(speed(promise, members)));
    return sections;
  }

  private static boolean isFloor(CellResult member) {
    return member.cell().contender().isFloor();
  }

  private static Section speed(String promise, List<CellResult> members) {
    MeasureTable table = table(SPEED, members);
    return Section.of(
            "Speed: " + promise,
            table.table(),
            table.bars(
                "Records a second: " + promise, Measure.RECORDS, Unit.RECORDS_PER_SECOND, true))
        .onTerminal();
  }

  private static MeasureTable table(List<Measure> measures, List<CellResult> members) {
    MeasureTable table = new MeasureTable(measures);
    members.forEach(member -> table.add(member.cell().label(), member.figures()));
    return table;
  }

  private List<Section> factors() {
    List<Section> sections = new ArrayList<>();
    sections.add(
        Section.of("What each factor costs", costs.isEmpty() ? List.of() : FactorTable.LEGEND));
    for (Factor factor : Factor.values()) {
      List<FactorCost> pairs = costs.stream().filter(cost -> cost.factor() == factor).toList();
      sections.add(Section.of(title(factor), new FactorTable(pairs).table()));
    }
    return sections;
  }

  private static String title(Factor factor) {
    return "Factor: %s, against %s".formatted(factor.title(), factor.reference());
  }

  private List<String> engines() {
    return result.results().stream()
        .filter(member -> !member.engine().isEmpty())
        .map(member -> "%s: %s".formatted(member.cell().label(), SettingsLine.of(member.engine())))
        .toList();
  }
}
