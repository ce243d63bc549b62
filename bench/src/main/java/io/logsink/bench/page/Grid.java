package io.logsink.bench.page;

import io.logsink.bench.report.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table: its first column are names, the others figures or words.
 *
 * @param titles of the columns
 * @param rows each with as many cells
 */
record Grid(List<String> titles, List<List<String>> rows) {
  Grid {
    titles = List.copyOf(titles);
    rows = List.copyOf(rows);
  }

  String markdown() {
    String rule =
        IntStream.range(0, titles.size())
            .mapToObj(column -> isWords(column) ? " --- |" : " --: |")
            .collect(Collectors.joining("", "|", "\n"));
    return rows.stream().map(Grid::line).collect(Collectors.joining("", line(titles) + rule, ""));
  }

  /** Figures stand on the right, words on the left. */
  private boolean isWords(int column) {
    return column == 0 || rows.stream().anyMatch(row -> row.get(column).matches("[A-Za-z].*"));
  }

  private static String line(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  String text() {
    TextTable table = new TextTable();
    List<List<String>> all = new ArrayList<>(List.of(titles));
    all.addAll(rows);
    all.forEach(table::addRow);
    return table.toString();
  }
}
