package io.logsink.bench.report;

import io.logsink.bench.BenchResult;
import io.logsink.bench.ContenderResult;
import io.logsink.bench.document.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What was measured and how, for a terminal; {@link BenchPage} says what it comes to. */
public record TextReport(BenchResult result) {
  @Override
  public String toString() {
    Summary summary = new Summary(result);
    List<String> lines = new ArrayList<>(summary.method());
    lines.addAll(summary.machine());
    lines.add("");
    lines.add(table());
    return String.join("\n", lines) + "\n";
  }

  /** Two lines a contender: the medians, and from the lowest to the highest round. */
  private String table() {
    TextTable table = new TextTable();
    table.addRow(row("", Column::above));
    table.addRow(row("", Column::title));
    for (Group group : Group.of(result)) {
      table.addTitle(group.title());
      for (ContenderResult member : group.members()) {
        table.addRow(row("  " + member.label(), column -> column.median(member)));
        table.addRow(row("", column -> column.range(member)));
      }
    }
    return table.toString();
  }

  private static List<String> row(String label, Function<Column, String> cell) {
    return Stream.concat(Stream.of(label), Stream.of(Column.values()).map(cell)).toList();
  }
}
