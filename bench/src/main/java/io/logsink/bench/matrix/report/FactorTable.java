package io.logsink.bench.matrix.report;

import io.logsink.bench.document.Table;
import io.logsink.bench.matrix.report.FactorCost.Ratio;
import io.logsink.bench.stretch.Measure;
import java.util.ArrayList;
import java.util.List;

/**
 * What one factor costs, as a table of pairs.
 *
 * @param pairs one a row
 */
record FactorTable(List<FactorCost> pairs) {
  /** What has to be known of such tables. */
  static final List<String> LEGEND =
      List.of(
          "how many times the figure of the cell that differs in nothing else; in brackets what the"
              + " rounds allow",
          "~ is within noise: the rounds of both reach into each other",
          "where the two promise different things, the ratio is the price of the promise, not a"
              + " ranking");

  private static final List<Measure> COMPARED =
      List.of(
          Measure.RECORDS,
          Measure.P99,
          Measure.READER_P99,
          Measure.CPU,
          Measure.DISK,
          Measure.DEVICE);

  Table table() {
    List<String> titles = new ArrayList<>(List.of("", "against", "promise"));
    COMPARED.forEach(measure -> titles.add(withoutUnit(measure)));
    return new Table(titles, pairs.stream().map(FactorTable::row).toList());
  }

  /** A ratio has none. */
  private static String withoutUnit(Measure measure) {
    return measure.title().replaceFirst(" (ms|s per M|B per B)$", "");
  }

  private static List<String> row(FactorCost pair) {
    List<String> row =
        new ArrayList<>(
            List.of(
                pair.cell().cell().label(),
                pair.reference().cell().label(),
                pair.isOnePromise() ? "same" : "differs"));
    COMPARED.forEach(measure -> row.add(pair.ratio(measure).map(FactorTable::text).orElse("-")));
    return row;
  }

  private static String text(Ratio ratio) {
    return "%s%s (%s-%s)"
        .formatted(
            ratio.withinNoise() ? "~" : "",
            Measure.three(ratio.median()),
            Measure.three(ratio.low()),
            Measure.three(ratio.high()));
  }
}
