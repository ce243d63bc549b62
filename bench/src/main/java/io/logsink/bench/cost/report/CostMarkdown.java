package io.logsink.bench.cost.report;

import static io.logsink.bench.report.markdown.MarkdownPage.list;

import io.logsink.bench.cost.ContenderCosts;
import io.logsink.bench.cost.CostPlan;
import io.logsink.bench.cost.CostResult;
import io.logsink.bench.report.MachineLines;
import io.logsink.bench.report.markdown.MarkdownPage;
import io.logsink.bench.report.markdown.PromiseGroups;
import io.logsink.bench.stretch.Measure;
import io.logsink.bench.stretch.MeasureTable;
import io.logsink.bench.stretch.Supply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Costs as Markdown.
 *
 * @param result the result
 * @param command the command line that makes it again
 */
public record CostMarkdown(CostResult result, String command) {
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

  @Override
  public String toString() {
    MarkdownPage page =
        new MarkdownPage("What the stores cost", command)
            .section("Failures", list(result.failures()))
            .section("How it was measured", list(method()));
    PromiseGroups.of(result.results(), ContenderCosts::capabilities, CostMarkdown::isFloor)
        .forEach((title, members) -> page.section(title, tables(members)));
    return page.section("What has to be known of the figures", list(notes()))
        .section("What the engines say about themselves", list(engines()))
        .toString();
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

  private static String tables(List<ContenderCosts> members) {
    return List.of(STRETCH, OPENING, RETENTION).stream()
        .map(measures -> table(measures, members))
        .filter(table -> !table.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static String table(List<Measure> measures, List<ContenderCosts> members) {
    MeasureTable table = new MeasureTable(measures);
    members.stream()
        .filter(member -> measures.stream().anyMatch(member.figures()::containsKey))
        .forEach(member -> table.add(member.contender().label(), member.figures()));
    return table.isEmpty() ? "" : table.toString();
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

  private Map<String, String> engines() {
    Map<String, String> engines = new LinkedHashMap<>();
    result.results().stream()
        .filter(member -> !member.engine().isEmpty())
        .forEach(member ->
            engines.put(member.contender().label(), MarkdownPage.engine(member.engine())));
    return engines;
  }
}
