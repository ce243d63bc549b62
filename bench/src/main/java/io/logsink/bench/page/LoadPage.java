package io.logsink.bench.page;

import io.logsink.bench.document.Document;
import io.logsink.bench.document.Section;
import io.logsink.bench.host.HostLoad;
import io.logsink.bench.load.LoadResult;
import io.logsink.bench.machine.MachineProfile;
import io.logsink.bench.report.LoadReport;
import io.logsink.bench.report.MachineLines;
import io.logsink.bench.report.SettingsLine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A load for people. */
public final class LoadPage {
  private final LoadResult result;
  private final MachineProfile machine;
  private final Optional<HostLoad> host;
  private final String command;

  private LoadPage(
      LoadResult result, MachineProfile machine, Optional<HostLoad> host, String command) {
    this.result = result;
    this.machine = machine;
    this.host = host;
    this.command = command;
  }

  /**
   * The page of one load.
   *
   * @param machine what it ran on
   * @param host what else ran there; empty when that cannot be known
   * @param command the command line that makes it again
   */
  public static Document of(
      LoadResult result, MachineProfile machine, Optional<HostLoad> host, String command) {
    return new LoadPage(result, machine, host, command).page();
  }

  private Document page() {
    LoadTables tables = new LoadTables(result);
    LoadCharts charts = new LoadCharts(result);
    return new Document(
        "Load on " + result.label(),
        new LoadReport(result, machine, command).id(),
        command,
        MachineLines.host(machine),
        verdict(),
        List.of(
            Section.of("How long it took, in ms", charts.latencies(), tables.latencies())
                .onTerminal(),
            Section.of("What became of the records", charts.fates(), tables.fates()).onTerminal(),
            Section.of("Readers, in ms", tables.readers()).onTerminal(),
            Section.of(
                "Over time", charts.rates(), charts.inFlight(), charts.sizes(), tables.timeline()),
            Section.of("The store", store()),
            Section.of("The machine", MachineLines.of(machine)),
            Section.of("What else ran", HostLines.of(Optional.empty(), host))));
  }

  private List<String> verdict() {
    List<String> sentences = new ArrayList<>(new LoadVerdict(result).sentences());
    HostLines.warning(host, machine.coreCount()).ifPresent(sentences::add);
    return sentences;
  }

  private List<String> store() {
    List<String> lines = new ArrayList<>();
    lines.add(result.promise().text());
    lines.add("settings: " + SettingsLine.of(result.settings()));
    if (!result.engine().isEmpty()) {
      lines.add("the engine about itself: " + SettingsLine.of(result.engine()));
    }
    lines.add("drained and closed in %s".formatted(Words.time(drain())));
    return lines;
  }

  private Duration drain() {
    return Duration.ofNanos(result.stretch().drainNanos());
  }
}
