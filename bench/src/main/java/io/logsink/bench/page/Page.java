package io.logsink.bench.page;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A result for people: the command that makes it again, the verdict, and then what it stands on.
 */
public final class Page {
  private final String title;
  private final String id;
  private final String command;
  private final List<String> verdict;
  private final List<Section> sections;

  Page(String title, String id, String command, List<String> verdict, List<Section> sections) {
    this.title = title;
    this.id = id;
    this.command = command;
    this.verdict = List.copyOf(verdict);
    this.sections = sections.stream().filter(section -> !section.isEmpty()).toList();
  }

  /** All of it. */
  public String markdown() {
    return "# %s\n\n    %s\n\nRun `%s`.\n\n%s%s"
        .formatted(
            title,
            command,
            id,
            Section.list(verdict),
            sections.stream().map(Section::markdown).collect(Collectors.joining()));
  }

  /** The verdict and the tables that matter. */
  public String text() {
    String lines = verdict.stream().map(line -> line + "\n").collect(Collectors.joining());
    return sections.stream()
        .filter(Section::brief)
        .map(Section::text)
        .collect(Collectors.joining("", lines, ""));
  }
}
