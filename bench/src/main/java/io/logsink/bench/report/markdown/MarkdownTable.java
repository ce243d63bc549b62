package io.logsink.bench.report.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table in Markdown whose columns are padded, so that it can be read on a terminal too: the first
 * column on the left, the others on the right. For one thread.
 */
public final class MarkdownTable {
  private static final int LEAST_WIDTH = 3;

  private final List<List<String>> rows = new ArrayList<>();

  /** A table with these titles and no row. */
  public MarkdownTable(List<String> titles) {
    rows.add(List.copyOf(titles));
  }

  /** Adds a row, which has as many cells as there are titles. */
  public void addRow(List<String> cells) {
    if (cells.size() != rows.getFirst().size()) {
      throw new IllegalArgumentException(
          "a row of %d cells in a table of %d".formatted(cells.size(), rows.getFirst().size()));
    }
    rows.add(List.copyOf(cells));
  }

  @Override
  public String toString() {
    int[] widths = IntStream.range(0, rows.getFirst().size()).map(this::width).toArray();
    return line(rows.getFirst(), widths)
        + rule(widths)
        + rows.stream().skip(1).map(row -> line(row, widths)).collect(Collectors.joining());
  }

  private int width(int column) {
    int longest = rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    return Math.max(LEAST_WIDTH, longest);
  }

  private static String line(List<String> row, int[] widths) {
    return IntStream.range(0, widths.length)
        .mapToObj(column -> padded(row.get(column), widths[column], column == 0))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static String padded(String cell, int width, boolean left) {
    String space = " ".repeat(width - cell.length());
    return left ? cell + space : space + cell;
  }

  private static String rule(int[] widths) {
    return IntStream.range(0, widths.length)
        .mapToObj(column -> column == 0 ? "-".repeat(widths[0]) : dashes(widths[column]) + ":")
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static String dashes(int width) {
    return "-".repeat(width - 1);
  }
}
