package io.logsink.bench.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A part of a page.
 *
 * @param title above it
 * @param lines what there is to say
 * @param grid a table below that
 * @param brief whether it is shown on a terminal too
 */
record Section(String title, List<String> lines, Optional<Grid> grid, boolean brief) {
  Section {
    lines = List.copyOf(lines);
  }

  static Section of(String title, List<String> lines) {
    return new Section(title, lines, Optional.empty(), false);
  }

  static Section of(String title, Grid grid) {
    return new Section(title, List.of(), Optional.of(grid), false);
  }

  /** This one, shown on a terminal too. */
  Section onTerminal() {
    return new Section(title, lines, grid, true);
  }

  boolean isEmpty() {
    return lines.isEmpty() && grid.filter(table -> !table.rows().isEmpty()).isEmpty();
  }

  String markdown() {
    return "\n## %s\n\n%s%s".formatted(title, list(lines), gridAfterLines());
  }

  private String gridAfterLines() {
    String gap = lines.isEmpty() ? "" : "\n";
    return grid.map(table -> gap + table.markdown()).orElse("");
  }

  static String list(List<String> lines) {
    return lines.stream().map(line -> "- " + line + "\n").collect(Collectors.joining());
  }

  String text() {
    String all = lines.stream().map(line -> "  " + line + "\n").collect(Collectors.joining());
    return "\n%s\n%s%s".formatted(title, all, grid.map(Grid::text).orElse(""));
  }
}
