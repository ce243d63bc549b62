package io.logsink.bench.decide.report;

import io.logsink.bench.decide.Decision;
import io.logsink.bench.decide.SourceDecision;
import io.logsink.bench.decide.layout.Amounts;
import io.logsink.bench.document.Document;
import io.logsink.bench.document.Section;
import io.logsink.bench.document.Table;
import io.logsink.bench.report.MachineLines;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A decision to be kept. */
public final class DecisionPage {
  private static final List<String> COLUMNS =
      List.of(
          "source",
          "answer",
          "rule",
          "records/s",
          "at its peak",
          "store",
          "holds",
          "then",
          "holds then");

  private final Decision decision;
  private final Instant time;
  private final String command;

  private DecisionPage(Decision decision, Instant time, String command) {
    this.decision = decision;
    this.time = time;
    this.command = command;
  }

  /**
   * The page of one decision.
   *
   * @param time when it was made
   * @param command the command line that makes it again
   */
  public static Document of(Decision decision, Instant time, String command) {
    return new DecisionPage(decision, time, command).page();
  }

  private Document page() {
    return new Document(
        "Decision: " + decision.answer().words(),
        new DecisionJson(decision, time, command).id(),
        command,
        MachineLines.host(decision.machine()),
        List.of(
            decision.sentence(),
            "by rule %s, on %s; producers: %s".formatted(decision.rule(), time, decision.origin())),
        List.of(
            Section.of("Source by source", table()),
            Section.of("Why", decision.sources().stream().map(DecisionPage::why).toList()),
            Section.of("What would change it", decision.flips()),
            Section.of("What it costs", decision.costs()),
            Section.of("What would do as well", decision.alternatives()),
            Section.of(
                "Evidence", decision.evidence().stream().map(DecisionText::evidence).toList()),
            Section.of("To be known", decision.notes()),
            Section.of("The machine decided for", MachineLines.of(decision.machine()))));
  }

  /** Nothing where there are no sources. */
  private Table table() {
    List<List<String>> rows = new ArrayList<>();
    decision.sources().forEach(source -> rows.add(row(source)));
    if (!rows.isEmpty()) {
      rows.add(
          List.of(
              "all",
              decision.answer().words(),
              decision.rule().name(),
              "",
              Amounts.number(decision.peakRate()),
              "",
              Figures.times(decision.headroom()),
              "",
              Figures.times(decision.headroomThen())));
    }
    return new Table(COLUMNS, rows);
  }

  private static List<String> row(SourceDecision source) {
    return List.of(
        source.source(),
        source.answer().words(),
        source.rule().name(),
        Amounts.number(source.meanRate()),
        Amounts.number(source.peakRate()),
        source.store(),
        Figures.times(source.headroom()),
        source.storeThen(),
        Figures.times(source.headroomThen()));
  }

  private static String why(SourceDecision source) {
    String runs =
        source.runIds().isEmpty() ? "" : " (%s)".formatted(String.join(", ", source.runIds()));
    return "%s: %s%s.%s%s"
        .formatted(
            source.source(),
            source.because(),
            runs,
            said("Flips", source.flips()),
            said("Costs", source.costs()));
  }

  private static String said(String what, String sentence) {
    return sentence.isEmpty() ? "" : " %s: %s.".formatted(what, sentence);
  }
}
