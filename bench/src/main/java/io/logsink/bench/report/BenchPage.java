package io.logsink.bench.report;

import io.logsink.bench.BenchResult;
import io.logsink.bench.ContenderResult;
import io.logsink.bench.Figure;
import io.logsink.bench.Metric;
import io.logsink.bench.document.Bars;
import io.logsink.bench.document.Document;
import io.logsink.bench.document.Range;
import io.logsink.bench.document.Section;
import io.logsink.bench.document.Table;
import io.logsink.bench.document.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A comparison of all backends for people; {@link TextReport} has its table for a terminal. */
public final class BenchPage {
  private final BenchResult result;
  private final String command;

  private BenchPage(BenchResult result, String command) {
    this.result = result;
    this.command = command;
  }

  /**
   * The page of one comparison.
   *
   * @param command the command line that makes it again
   */
  public static Document of(BenchResult result, String command) {
    return new BenchPage(result, command).page();
  }

  private Document page() {
    Summary summary = new Summary(result);
    Verdict verdict = new Verdict(result);
    List<String> sentences = new ArrayList<>(summary.failures());
    sentences.addAll(verdict.sentences());
    List<Section> sections = new ArrayList<>();
    Group.of(result).forEach(group -> sections.add(section(group)));
    sections.add(Section.of("Look at next", verdict.next()).onTerminal());
    sections.add(Section.of("How it was measured", method(summary)));
    sections.add(Section.of("What the engines say about themselves", engines()));
    sections.add(Section.of("The machine", summary.machine()));
    return new Document(
        "The backends side by side",
        new JsonReport(result, command).id(),
        command,
        MachineLines.host(result.machine()),
        sentences,
        sections);
  }

  private List<String> method(Summary summary) {
    List<String> lines = new ArrayList<>(summary.method());
    lines.add("%s, %d s".formatted(result.start(), result.took().toSeconds()));
    lines.add("medians, and in brackets from the lowest to the highest round");
    return lines;
  }

  private static Section section(Group group) {
    return Section.of(
        capital(group.title()),
        bars(group, "Records a second, appended", Metric.APPEND_RECORDS, Unit.RECORDS_PER_SECOND),
        bars(group, "Bytes on disk per byte, sealed", Metric.SEALED, Unit.TIMES),
        table(group));
  }

  private static String capital(String title) {
    return title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1);
  }

  private static Bars bars(Group group, String title, Metric metric, Unit unit) {
    return new Bars(
        "%s: %s".formatted(title, group.title()),
        unit,
        metric.unit().moreIsBetter(),
        group.members().stream().flatMap(member -> range(member, metric).stream()).toList());
  }

  private static Optional<Range> range(ContenderResult member, Metric metric) {
    return member.figure(metric).map(figure -> range(member.label(), figure));
  }

  private static Range range(String label, Figure figure) {
    return new Range(label, figure.median(), figure.min(), figure.max());
  }

  private static Table table(Group group) {
    Stream<String> titles =
        Stream.of(Column.values()).map(column -> column.above() + " " + column.title());
    return new Table(
        Stream.concat(Stream.of(""), titles).toList(),
        group.members().stream().map(BenchPage::row).toList());
  }

  private static List<String> row(ContenderResult member) {
    Stream<String> cells =
        Stream.of(Column.values()).map(column -> cell(column.median(member), column.range(member)));
    return Stream.concat(Stream.of(member.label()), cells).toList();
  }

  private static String cell(String median, String range) {
    return range.isEmpty() ? median : "%s (%s)".formatted(median, range);
  }

  private List<String> engines() {
    return result.results().stream()
        .filter(member -> !member.engine().isEmpty())
        .map(member -> "%s: %s".formatted(member.label(), SettingsLine.of(member.engine())))
        .toList();
  }
}
