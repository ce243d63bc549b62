package io.logsink.bench.document;

import java.util.ArrayList;
import java.util.List;

/** Columns as wide as they have to be; the first on the left, the others on the right. */
public final class TextTable {
  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  /** Adds a row, which has as many cells as the others. */
  public void addRow(List<String> cells) {
    rows.add(cells);
  }

  /** Adds a line across all columns, with an empty line before it. */
  public void addTitle(String title) {
    rows.add(List.of(""));
    rows.add(List.of(title));
  }

  /** The rows, each with a newline at its end. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      text.append(row.size() == 1 ? row.getFirst() : line(row)).append('\n');
    }
    return text.toString();
  }

  private String line(List<String> row) {
    StringBuilder line = new StringBuilder(padded(row, 0));
    for (int column = 1; column < row.size(); column++) {
      line.append(GAP).append(padded(row, column));
    }
    return line.toString().stripTrailing();
  }

  private String padded(List<String> row, int column) {
    String cell = row.get(column);
    String space = " ".repeat(width(column) - cell.length());
    return column == 0 ? cell + space : space + cell;
  }

  private int width(int column) {
    return rows.stream()
        .filter(row -> row.size() > 1)
        .mapToInt(row -> row.get(column).length())
        .max()
        .orElse(0);
  }
}
