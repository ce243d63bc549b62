package io.logsink.bench.stretch;

import io.logsink.bench.Figure;
import io.logsink.bench.document.Bars;
import io.logsink.bench.document.Range;
import io.logsink.bench.document.Table;
import io.logsink.bench.document.Unit;
import io.logsink.bench.report.JsonObject;
import io.logsink.bench.report.JsonReport;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Figures of several things, as a table with a row for each, as bars and as JSON. A measure that
 * none of them has gets no column, nor does a count of faults when there were none. For one thread.
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

  /** Medians, and in brackets from the lowest to the highest round. */
  public Table table() {
    List<Measure> columns =
        measures.stream()
            .filter(measure -> rows.stream().anyMatch(row -> isSome(measure, row.get(measure))))
            .toList();
    List<List<String>> cells = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Map<Measure, Figure> row = rows.get(i);
      cells.add(
          withLabel(labels.get(i), columns.stream().map(measure -> cell(measure, row)).toList()));
    }
    return new Table(withLabel("", columns.stream().map(Measure::title).toList()), cells);
  }

  private static List<String> withLabel(String label, List<String> cells) {
    return Stream.concat(Stream.of(label), cells.stream()).toList();
  }

  /** A bar for each row that has a figure of {@code measure}, which may be in no column. */
  public Bars bars(String title, Measure measure, Unit unit, boolean moreIsBetter) {
    List<Range> bars = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Figure figure = rows.get(i).get(measure);
      if (figure != null) {
        bars.add(new Range(labels.get(i), figure.median(), figure.min(), figure.max()));
      }
    }
    return new Bars(title, unit, moreIsBetter, bars);
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
