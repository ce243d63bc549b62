package io.logsink.bench.decide.report;

import io.logsink.bench.decide.Decision;
import io.logsink.bench.decide.SourceDecision;
import io.logsink.bench.document.Document;
import io.logsink.bench.document.Section;
import io.logsink.bench.report.MachineLines;
import java.time.Instant;
import java.util.List;

/** A decision to be kept. */
public final class DecisionPage {
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
            Section.of("Source by source", DecisionTable.of(decision)),
            Section.of("Why", decision.sources().stream().map(DecisionPage::why).toList()),
            Section.of("What would change it", decision.flips()),
            Section.of("What it costs", decision.costs()),
            Section.of("What would do as well", decision.alternatives()),
            Section.of(
                "Evidence", decision.evidence().stream().map(DecisionText::evidence).toList()),
            Section.of("To be known", decision.notes()),
            Section.of("The machine decided for", MachineLines.of(decision.machine()))));
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
