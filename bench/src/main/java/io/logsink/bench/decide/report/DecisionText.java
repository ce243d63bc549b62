package io.logsink.bench.decide.report;

import io.logsink.bench.decide.Decision;
import io.logsink.bench.decide.SourceDecision;
import io.logsink.bench.decide.layout.Evidence;
import io.logsink.bench.document.Table;
import io.logsink.bench.document.TextTable;
import java.util.List;
import java.util.Locale;

/**
 * A decision for a terminal. {@link #toString()} is the text.
 *
 * @param decision what was decided
 */
public record DecisionText(Decision decision) {
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(decision.answer().words().toUpperCase(Locale.ROOT))
        .append(" [")
        .append(decision.rule())
        .append("]\n")
        .append(decision.sentence())
        .append('\n');
    if (!decision.sources().isEmpty()) {
      text.append('\n').append(table());
      decision.sources().forEach(source -> text.append(source(source)));
    }
    list(text, "what would change it", decision.flips());
    list(text, "what it costs", decision.costs());
    list(text, "what would do as well", decision.alternatives());
    list(text, "evidence", decision.evidence().stream().map(DecisionText::evidence).toList());
    list(text, "to be known", decision.notes());
    return text.toString();
  }

  private String table() {
    Table sources = DecisionTable.of(decision);
    TextTable table = new TextTable();
    table.addRow(sources.columns());
    sources.rows().forEach(table::addRow);
    return table.toString();
  }

  private static String source(SourceDecision source) {
    StringBuilder text = new StringBuilder("\n" + source.source() + ": " + source.because() + "\n");
    if (!source.flips().isEmpty()) {
      text.append("  flips: ").append(source.flips()).append('\n');
    }
    if (!source.costs().isEmpty()) {
      text.append("  costs: ").append(source.costs()).append('\n');
    }
    return text.toString();
  }

  static String evidence(Evidence evidence) {
    return "%s, %s %s: %s"
        .formatted(
            evidence.runId(),
            evidence.label(),
            evidence.withReaders() ? "with readers" : "without readers",
            evidence.sentence());
  }

  private static void list(StringBuilder text, String title, List<String> lines) {
    if (!lines.isEmpty()) {
      text.append('\n').append(title).append(":\n");
      lines.forEach(line -> text.append("  ").append(line).append('\n'));
    }
  }
}
