package io.logsink.bench.report.markdown;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A report in Markdown being written, from top to bottom. For one thread. */
public final class MarkdownPage {
  private final StringBuilder text;

  /** A page with a title, and below it the command line that makes it again. */
  public MarkdownPage(String title, String command) {
    text = new StringBuilder("# %s\n\n    %s\n".formatted(title, command));
  }

  /** Adds a section, unless it is empty. */
  public MarkdownPage section(String title, String content) {
    return add("##", title, content);
  }

  /** Adds a part of a section, unless it is empty. */
  public MarkdownPage part(String title, String content) {
    return add("###", title, content);
  }

  private MarkdownPage add(String level, String title, String content) {
    if (!content.isEmpty()) {
      String capital = title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1);
      text.append("\n%s %s\n\n%s".formatted(level, capital, content));
    }
    return this;
  }

  /** Lines as a list. */
  public static String list(List<String> lines) {
    return lines.stream().map(line -> "- " + line + "\n").collect(Collectors.joining());
  }

  /** What is said of each of several things, as a list. */
  public static String list(Map<String, String> lines) {
    return list(
        lines.entrySet().stream()
            .map(line -> "%s: %s".formatted(line.getKey(), line.getValue()))
            .toList());
  }

  /** What an engine says about itself, in one line; empty when it says nothing. */
  public static String engine(Map<String, String> engine) {
    return new TreeMap<>(engine)
        .entrySet().stream()
            .map(setting -> setting.getKey() + "=" + setting.getValue())
            .collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
