package io.logsink.bench.matrix.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.logsink.bench.document.Lines;
import io.logsink.bench.document.Lines.Axis;
import io.logsink.bench.document.Lines.Point;
import io.logsink.bench.document.Lines.Series;
import io.logsink.bench.document.Table;
import io.logsink.bench.document.Unit;
import io.logsink.bench.matrix.CellResult;
import io.logsink.bench.matrix.Factor;
import io.logsink.bench.report.Digits;
import io.logsink.bench.stretch.Measure;
import io.logsink.bench.stretch.MeasureTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How speed goes with the size of a batch, for each journal mode and {@code synchronous}; with
 * nothing else different from the reference. Of a pair that was measured with one size only,
 * nothing is said.
 */
final class BatchSweep {
  static final String TITLE = "Records a second by batch size";

  private static final Set<Factor> FIXED =
      EnumSet.complementOf(EnumSet.of(Factor.JOURNAL, Factor.SYNCHRONOUS, Factor.BATCH));
  private static final String NONE = "-";

  private final Map<String, List<CellResult>> members;

  BatchSweep(List<CellResult> results) {
    members =
        results.stream()
            .filter(BatchSweep::isPlain)
            .filter(member -> member.figure(Measure.RECORDS).isPresent())
            .sorted(Comparator.comparingInt(member -> member.cell().batchCount()))
            .collect(groupingBy(BatchSweep::label, LinkedHashMap::new, toList()));
    members.values().removeIf(sizes -> sizes.size() < 2);
  }

  private static boolean isPlain(CellResult member) {
    Map<Factor, String> factors = member.cell().factors();
    return !factors.isEmpty()
        && FIXED.stream().allMatch(factor -> factor.reference().equals(factors.get(factor)));
  }

  private static String label(CellResult member) {
    Map<Factor, String> factors = member.cell().factors();
    return "%s-%s"
        .formatted(
            factors.getOrDefault(Factor.JOURNAL, ""), factors.getOrDefault(Factor.SYNCHRONOUS, ""));
  }

  Lines chart() {
    return new Lines(
        TITLE,
        new Axis("records in an append", Unit.RECORDS, true),
        new Axis("records/s", Unit.RECORDS_PER_SECOND, true),
        members.entrySet().stream()
            .map(sizes -> new Series(sizes.getKey(), points(sizes.getValue())))
            .toList());
  }

  private static List<Point> points(List<CellResult> sizes) {
    List<Point> points = new ArrayList<>();
    for (CellResult member : sizes) {
      member
          .figure(Measure.RECORDS)
          .ifPresent(figure -> points.add(new Point(member.cell().batchCount(), figure.median())));
    }
    return points;
  }

  /** The chart in figures, with a column for each size. */
  Table table() {
    List<Integer> sizes =
        members.values().stream()
            .flatMap(List::stream)
            .map(member -> member.cell().batchCount())
            .distinct()
            .sorted()
            .toList();
    return new Table(
        withLabel("records in an append", sizes.stream().map(Digits::whole).toList()),
        members.entrySet().stream()
            .map(row -> withLabel(row.getKey(), cells(row.getValue(), sizes)))
            .toList());
  }

  private static List<String> cells(List<CellResult> row, List<Integer> sizes) {
    return sizes.stream().map(size -> cell(row, size)).toList();
  }

  private static String cell(List<CellResult> row, int size) {
    return row.stream()
        .filter(member -> member.cell().batchCount() == size)
        .flatMap(member -> member.figure(Measure.RECORDS).stream())
        .map(figure -> MeasureTable.text(Measure.RECORDS, figure))
        .findFirst()
        .orElse(NONE);
  }

  private static List<String> withLabel(String label, List<String> cells) {
    return Stream.concat(Stream.of(label), cells.stream()).toList();
  }
}
