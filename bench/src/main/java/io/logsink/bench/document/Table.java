package io.logsink.bench.document;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows under titles; the first column names the row.
 *
 * @param columns the titles
 * @param rows as many cells each as there are titles
 */
public record Table(List<String> columns, List<List<String>> rows) implements Part {
  /** Copies the lists. */
  public Table {
    columns = List.copyOf(columns);
    List<List<String>> copies = new ArrayList<>();
    for (List<String> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "a row has %d cells under %d titles: %s".formatted(row.size(), columns.size(), row));
      }
      copies.add(List.copyOf(row));
    }
    rows = List.copyOf(copies);
  }

  /** Whether a column has words, which stand on the left; figures stand on the right. */
  boolean hasWords(int column) {
    return column == 0 || rows.stream().map(row -> row.get(column)).anyMatch(Table::isWord);
  }

  private static boolean isWord(String cell) {
    return !cell.isEmpty() && Character.isLetter(cell.codePointAt(0));
  }

  @Override
  public boolean isEmpty() {
    return rows.isEmpty();
  }
}
