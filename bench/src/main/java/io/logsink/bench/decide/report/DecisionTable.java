package io.logsink.bench.decide.report;

import io.logsink.bench.decide.Decision;
import io.logsink.bench.decide.SourceDecision;
import io.logsink.bench.decide.layout.Amounts;
import io.logsink.bench.document.Table;
import java.util.ArrayList;
import java.util.List;

/** A decision source by source, and all of them in the last row. */
final class DecisionTable {
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

  private DecisionTable() {}

  /** Without rows where there are no sources. */
  static Table of(Decision decision) {
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
}
