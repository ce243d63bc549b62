package io.logsink.bench.document;

import java.util.ArrayList;
import java.util.List;

/**
 * What was measured, for people. How it looks is a matter of {@link HtmlDocument}, {@link
 * MarkdownDocument} and {@link TextDocument}.
 *
 * @param title what was measured
 * @param id what others cite the run by
 * @param command the command line that makes it again
 * @param host the machine and disk that were measured
 * @param verdict what it came to, the most important sentence first
 * @param sections what that stands on, in the order of reading
 */
public record Document(
    String title,
    String id,
    String command,
    String host,
    List<String> verdict,
    List<Section> sections) {
  /** Leaves out sections in which nothing stands. */
  public Document {
    verdict = List.copyOf(verdict);
    sections = sections.stream().filter(section -> !section.parts().isEmpty()).toList();
  }

  /** This one with another section at its end. */
  Document with(Section last) {
    List<Section> all = new ArrayList<>(sections);
    all.add(last);
    return new Document(title, id, command, host, verdict, all);
  }
}
