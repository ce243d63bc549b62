package io.logsink.bench.report;

import io.logsink.bench.BenchResult;
import io.logsink.bench.ContenderResult;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The result as Markdown.
 *
 * @param result the result
 * @param command the command line that makes it again
 */
public record MarkdownReport(BenchResult result, String command) {
  @Override
  public String toString() {
    Summary summary = new Summary(result);
    StringBuilder text = new StringBuilder("# LogSink bench\n\n");
    text.append("    %s\n\n".formatted(command));
    text.append("%s, %d s.\n\n".formatted(result.start(), result.took().toSeconds()));
    appendList(text, summary.method());
    appendList(text, summary.machine());
    text.append("Medians, and from the lowest to the highest round.\n");
    for (Group group : Group.of(result)) {
      text.append("\n## %s\n\n%s".formatted(capital(group.title()), table(group)));
    }
    text.append("\n## What the figures say\n\n");
    appendList(text, summary.failures());
    appendList(text, new Verdict(result).sentences());
    text.append("## What the engines say about themselves\n\n");
    appendList(text, engines());
    return text.toString();
  }

  private static void appendList(StringBuilder text, List<String> lines) {
    for (String line : lines) {
      String indent = " ".repeat(line.length() - line.stripLeading().length());
      text.append("%s- %s\n".formatted(indent, line.strip()));
    }
    if (!lines.isEmpty()) {
      text.append('\n');
    }
  }

  private static String capital(String title) {
    return title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1);
  }

  private static String table(Group group) {
    List<Column> columns = List.of(Column.values());
    String titles =
        columns.stream()
            .map(column -> column.above() + " " + column.title())
            .collect(Collectors.joining(" | ", "| | ", " |\n"));
    String rule = "| --- |" + " --: |".repeat(columns.size()) + "\n";
    return group.members().stream()
        .map(MarkdownReport::row)
        .collect(Collectors.joining("", titles + rule, ""));
  }

  private static String row(ContenderResult member) {
    return Stream.of(Column.values())
        .map(column -> cell(column.median(member), column.range(member)))
        .collect(Collectors.joining(" | ", "| " + member.label() + " | ", " |\n"));
  }

  private static String cell(String median, String range) {
    return range.isEmpty() ? median : "%s (%s)".formatted(median, range);
  }

  private List<String> engines() {
    return result.results().stream()
        .filter(member -> !member.engine().isEmpty())
        .map(member -> "%s: %s".formatted(member.label(), Summary.engine(member)))
        .toList();
  }
}
