package io.logsink.bench.cost.report;

import io.logsink.bench.cost.ContenderCosts;
import io.logsink.bench.cost.CostPlan;
import io.logsink.bench.cost.CostResult;
import io.logsink.bench.document.Document;
import io.logsink.bench.document.Section;
import io.logsink.bench.document.Unit;
import io.logsink.bench.report.MachineLines;
import io.logsink.bench.report.PromiseGroups;
import io.logsink.bench.report.SettingsLine;
import io.logsink.bench.stretch.Measure;
import io.logsink.bench.stretch.MeasureTable;
import io.logsink.bench.stretch.Supply;
import java.util.ArrayList;
import java.util.List;

/** Costs as a document. */
public final class CostPage {
  private static final List<Measure> STRETCH =
      List.of(
          Measure.RECORDS,
          Measure.DISK,
          Measure.DEVICE,
          Measure.CPU,
          Measure.ALLOCATED,
          Measure.GC_COUNT,
          Measure.GC_TIME,
          Measure.PEAK);
  private static final List<Measure> OPENING =
      List.of(Measure.OPEN, Measure.OPEN_READ, Measure.RECOVERY, Measure.RECOVERED, Measure.LOST);
  private static final List<Measure> RETENTION =
      List.of(
          Measure.DROPPED,
          Measure.DROP_TIME,
          Measure.DROP_P99,
          Measure.DROP_MAX,
          Measure.CALM_P99,
          Measure.CALM_MAX);

  private final CostResult result;

  private CostPage(CostResult result) {
    this.result = result;
  }

  /**
   * What a measurement of costs came to.
   *
   * @param result the result
   * @param command the command line that makes it again
   */
  public static Document of(CostResult result, String command) {
    return new Document(
        "What the stores cost",
        new CostJson(result, command).id(),
        command,
        MachineLines.host(result.machine()),
        new CostVerdict(result).sentences(),
        new CostPage(result).sections());
  }

  private List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    sections.add(Section.of("How it was measured", method()));
    PromiseGroups.of(result.results(), ContenderCosts::capabilities, CostPage::isFloor)
        .forEach((promise, members) -> sections.add(costs(promise, members)));
    sections.add(Section.of("What has to be known of the figures", notes()));
    sections.add(Section.of("What the engines say about themselves", engines()));
    return sections;
  }

  private static boolean isFloor(ContenderCosts member) {
    return member.contender().isFloor();
  }

  private List<String> method() {
    CostPlan plan = result.plan();
    List<String> lines = new ArrayList<>();
    lines.add("%s, %d s".formatted(result.start(), result.took().toSeconds()));
    lines.add(
        "%d rounds; a store is filled for %d ms or with %d MB, in batches of %d"
            .formatted(
                plan.rounds(),
                plan.limits().time().toMillis(),
                plan.limits().maxBytes() >> 20,
                plan.batchCount()));
    lines.add(Supply.words(result.workload()));
    lines.addAll(MachineLines.of(result.machine()));
    lines.add("medians, and in brackets from the lowest to the highest round");
    return lines;
  }

  private static Section costs(String promise, List<ContenderCosts> members) {
    MeasureTable stretch = table(STRETCH, members);
    return Section.of(
            "Costs: " + promise,
            stretch.table(),
            table(OPENING, members).table(),
            table(RETENTION, members).table(),
            stretch.bars("Bytes on disk per byte: " + promise, Measure.DISK, Unit.TIMES, false),
            stretch.bars("CPU for a million records: " + promise, Measure.CPU, Unit.NANOS, false))
        .onTerminal();
  }

  private static MeasureTable table(List<Measure> measures, List<ContenderCosts> members) {
    MeasureTable table = new MeasureTable(measures);
    members.stream()
        .filter(member -> measures.stream().anyMatch(member.figures()::containsKey))
        .forEach(member -> table.add(member.contender().label(), member.figures()));
    return table;
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    result.absent().forEach((measure, why) -> notes.add(measure.title() + ": " + why));
    for (ContenderCosts member : result.results()) {
      member.notes().stream()
          .sorted()
          .forEach(note -> notes.add(member.contender().label() + ": " + note));
    }
    return notes;
  }

  private List<String> engines() {
    return result.results().stream()
        .filter(member -> !member.engine().isEmpty())
        .map(member ->
            "%s: %s".formatted(member.contender().label(), SettingsLine.of(member.engine())))
        .toList();
  }
}
