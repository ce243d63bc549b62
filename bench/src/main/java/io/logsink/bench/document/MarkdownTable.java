package io.logsink.bench.document;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table as Markdown whose columns are padded, so that it can be read as it is. {@link
 * #toString()} is the text.
 *
 * @param table what stands in it
 */
record MarkdownTable(Table table) {
  private static final int LEAST_WIDTH = 3;

  /**
   * A column.
   *
   * @param title its title
   * @param cells those of the rows
   * @param left whether they stand on the left, as words do
   */
  private record Column(String title, List<String> cells, boolean left) {
    int width() {
      int longest = cells.stream().mapToInt(String::length).max().orElse(0);
      return Math.max(LEAST_WIDTH, Math.max(title.length(), longest));
    }

    String padded(String cell) {
      String space = " ".repeat(width() - cell.length());
      return left ? cell + space : space + cell;
    }

    String rule() {
      return left ? "-".repeat(width()) : "-".repeat(width() - 1) + ":";
    }
  }

  @Override
  public String toString() {
    List<Column> columns =
        IntStream.range(0, table.columns().size()).mapToObj(this::column).toList();
    return line(columns, column -> column.padded(column.title()))
        + line(columns, Column::rule)
        + IntStream.range(0, table.rows().size())
            .mapToObj(row -> line(columns, column -> column.padded(column.cells().get(row))))
            .collect(Collectors.joining());
  }

  private Column column(int index) {
    List<String> cells = table.rows().stream().map(row -> escaped(row.get(index))).toList();
    return new Column(escaped(table.columns().get(index)), cells, table.hasWords(index));
  }

  private static String escaped(String cell) {
    return cell.replace("|", "\\|").replace("\n", " ");
  }

  private static String line(List<Column> columns, Function<Column, String> cell) {
    return columns.stream().map(cell).collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
