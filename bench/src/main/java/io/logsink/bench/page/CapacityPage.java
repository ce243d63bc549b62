package io.logsink.bench.page;

import io.logsink.bench.capacity.CapacityCell;
import io.logsink.bench.capacity.CapacityLimits;
import io.logsink.bench.capacity.CapacityResult;
import io.logsink.bench.capacity.Trial;
import io.logsink.bench.document.Bars;
import io.logsink.bench.document.Document;
import io.logsink.bench.document.Lines;
import io.logsink.bench.document.Range;
import io.logsink.bench.document.Section;
import io.logsink.bench.document.Table;
import io.logsink.bench.document.Unit;
import io.logsink.bench.host.HostLoad;
import io.logsink.bench.load.LoadResult;
import io.logsink.bench.report.CapacityReport;
import io.logsink.bench.report.MachineLines;
import io.logsink.bench.report.SettingsLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Capacities for people. */
public final class CapacityPage {
  private static final String NONE = "-";

  private final CapacityResult result;
  private final Optional<HostLoad> host;
  private final String command;

  private CapacityPage(CapacityResult result, Optional<HostLoad> host, String command) {
    this.result = result;
    this.host = host;
    this.command = command;
  }

  /**
   * The page of one search.
   *
   * @param host what else ran meanwhile; empty when that cannot be known
   * @param command the command line that makes it again
   */
  public static Document of(CapacityResult result, Optional<HostLoad> host, String command) {
    return new CapacityPage(result, host, command).page();
  }

  private Document page() {
    return new Document(
        "Capacity for " + result.plan().workload().name(),
        new CapacityReport(result, command).id(),
        command,
        MachineLines.host(result.machine()),
        verdict(),
        List.of(
            Section.of("Capacities", bars(), capacities(), latencies()).onTerminal(),
            Section.of("What a rate has to keep to", limits()),
            Section.of("The stores", stores()),
            Section.of("The machine", MachineLines.of(result.machine())),
            Section.of("What else ran", HostLines.of(Optional.empty(), host))));
  }

  private List<String> verdict() {
    Stream<String> cells =
        result.cells().stream().map(cell -> name(cell) + " " + cell.capacity().sentence());
    Stream<String> failures =
        result.failures().entrySet().stream()
            .map(failure -> "%s FAILED: %s".formatted(failure.getKey(), failure.getValue()));
    Stream<String> warning = HostLines.warning(host, result.machine().coreCount()).stream();
    return Stream.of(cells, failures, warning).flatMap(all -> all).toList();
  }

  private static String name(CapacityCell cell) {
    return cell.label() + (cell.withReaders() ? " with readers" : " without readers");
  }

  /** From what held to what did not. */
  private Bars bars() {
    return new Bars(
        "Records a second that hold, up to the next rate that does not",
        Unit.RECORDS_PER_SECOND,
        true,
        result.cells().stream()
            .filter(cell -> cell.capacity().rate() > 0)
            .map(CapacityPage::bar)
            .toList());
  }

  private static Range bar(CapacityCell cell) {
    double held = cell.capacity().rate();
    double refused = cell.capacity().refused().map(Trial::rate).orElse(held);
    return new Range(name(cell), held, held, refused);
  }

  private Lines latencies() {
    LatencyChart chart =
        new LatencyChart("How long until a record is visible, at the rate that holds");
    result
        .cells()
        .forEach(cell -> cell.held().ifPresent(held -> chart.add(name(cell), held.visible())));
    return chart.lines();
  }

  private Table capacities() {
    return new Table(
        List.of("store", "outcome", "holds", "not", "because", "visible p99", "trials"),
        result.cells().stream().map(CapacityPage::row).toList());
  }

  private static List<String> row(CapacityCell cell) {
    return List.of(
        name(cell),
        cell.capacity().outcome().name().toLowerCase(Locale.ROOT).replace('_', ' '),
        Words.rate(cell.capacity().rate()),
        cell.capacity().refused().map(trial -> Words.rate(trial.rate())).orElse(NONE),
        cell.capacity()
            .refused()
            .map(trial -> trial.verdict().name().toLowerCase(Locale.ROOT))
            .orElse(NONE),
        cell.held().map(held -> Words.p99(held.visible())).orElse(NONE),
        String.valueOf(cell.capacity().trials().size()));
  }

  private List<String> limits() {
    CapacityLimits limits = result.plan().limits();
    return List.of(
        "nothing dropped, and 99 of 100 records visible within " + Words.time(limits.visibleP99()),
        "held %d times in a row, in trials of %s; the next higher rate that was refused is at most %s higher"
            .formatted(
                limits.confirmCount(),
                Words.time(result.plan().workload().settings().duration()),
                Words.percent(limits.resolution())),
        "producers, pipeline and store share the machine: a capacity is one of the whole");
  }

  private List<String> stores() {
    List<String> lines = new ArrayList<>();
    for (CapacityCell cell : result.cells()) {
      cell.held().ifPresent(held -> lines.add(name(cell) + ": " + store(held)));
    }
    return lines;
  }

  private static String store(LoadResult held) {
    String promise = held.promise().text();
    return held.engine().isEmpty()
        ? promise
        : "%s; the engine about itself: %s".formatted(promise, SettingsLine.of(held.engine()));
  }
}
