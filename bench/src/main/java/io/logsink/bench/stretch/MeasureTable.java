package io.logsink.bench.stretch;

import io.logsink.bench.Figure;
import io.logsink.bench.report.JsonObject;
import io.logsink.bench.report.JsonReport;
import io.logsink.bench.report.markdown.MarkdownTable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Figures of several things, as a table with a row for each and as JSON. A measure that none of
 * them has gets no column, nor does a count of faults when there were none.
 */
public final class MeasureTable {
  private static final String NONE = "-";
  private static final Set<Measure> FAULTS =
      EnumSet.of(Measure.REFUSED, Measure.READER_FAILED, Measure.JOB_FAILED);

  private final List<Measure> measures;
  private final List<String> labels = new ArrayList<>();
  private final List<Map<Measure, Figure>> rows = new ArrayList<>();

  /** A table of {@code measures}, without rows. */
  public MeasureTable(List<Measure> measures) {
    this.measures = List.copyOf(measures);
  }

  /** Adds a row. */
  public void add(String label, Map<Measure, Figure> figures) {
    labels.add(label);
    rows.add(figures);
  }

  /** Whether it has no row. */
  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** In Markdown: medians, and in brackets from the lowest to the highest round. */
  @Override
  public String toString() {
    List<Measure> columns =
        measures.stream()
            .filter(measure -> rows.stream().anyMatch(row -> isSome(measure, row.get(measure))))
            .toList();
    MarkdownTable table =
        new MarkdownTable(
            Stream.concat(Stream.of(""), columns.stream().map(Measure::title)).toList());
    for (int i = 0; i < rows.size(); i++) {
      Map<Measure, Figure> row = rows.get(i);
      table.addRow(
          Stream.concat(
                  Stream.of(labels.get(i)), columns.stream().map(measure -> cell(measure, row)))
              .toList());
    }
    return table.toString();
  }

  private static boolean isSome(Measure measure, @Nullable Figure figure) {
    return figure != null && (figure.max() > 0 || !FAULTS.contains(measure));
  }

  private static String cell(Measure measure, Map<Measure, Figure> row) {
    Figure figure = row.get(measure);
    return figure == null ? NONE : text(measure, figure);
  }

  /** A figure with its interval, in the unit of its column. */
  public static String text(Measure measure, Figure figure) {
    String median = measure.text(figure.median());
    String low = measure.text(figure.min());
    String high = measure.text(figure.max());
    return low.equals(high) ? median : "%s (%s-%s)".formatted(median, low, high);
  }

  /** All figures by name. */
  public static JsonObject json(Map<Measure, Figure> figures) {
    JsonObject json = new JsonObject();
    for (Measure measure : Measure.values()) {
      Figure figure = figures.get(measure);
      if (figure != null) {
        json.put(measure.field(), JsonReport.figure(figure));
      }
    }
    return json;
  }
}
