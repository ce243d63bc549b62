package io.logsink.app;

import io.logsink.api.query.LogFilter;
import io.logsink.api.record.AttributeValue;
import io.logsink.api.record.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which records: every option given has to match. */
final class FilterOptions {
  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "From that time on: 10m (ago), 2h, 2026-01-31, 2026-01-31T12:30:00Z.")
  private @Nullable Instant since;

  @Option(names = "--until", paramLabel = "TIME", description = "Before that time.")
  private @Nullable Instant until;

  @Option(
      names = "--source",
      paramLabel = "GLOB",
      description = "Of a source such as pty:web or 'pty:*'; may be repeated for more.")
  private List<String> sources = new ArrayList<>();

  @Option(
      names = "--severity",
      paramLabel = "LEVEL",
      description = "Of that severity or a higher one: trace, debug, info, warn, error, fatal.")
  private @Nullable Severity severity;

  @Option(
      names = "--words",
      paramLabel = "WORDS",
      description = "Has all these words, as whole words in any case and order.")
  private List<String> words = new ArrayList<>();

  @Option(names = "--contains", paramLabel = "TEXT", description = "Has exactly this text.")
  private List<String> texts = new ArrayList<>();

  @Option(
      names = "--regex",
      paramLabel = "PATTERN",
      description = "Has a match of this pattern, in RE2's syntax.")
  private List<String> patterns = new ArrayList<>();

  @Option(
      names = "--attr",
      paramLabel = "KEY=VALUE",
      description = "Has the attribute with this value, of any type.")
  private Map<String, String> attributes = new LinkedHashMap<>();

  /** What the options ask for together. */
  LogFilter filter() {
    List<LogFilter> parts = new ArrayList<>();
    addTimes(parts);
    if (!sources.isEmpty()) {
      parts.add(neighbours());
    }
    if (severity != null) {
      parts.add(LogFilter.minSeverity(severity));
    }
    words.forEach(text -> parts.add(LogFilter.words(text)));
    texts.forEach(text -> parts.add(LogFilter.contains(text)));
    patterns.forEach(pattern -> parts.add(LogFilter.matches(pattern)));
    attributes.forEach((key, value) -> parts.add(attribute(key, value)));
    return parts.isEmpty() ? LogFilter.all() : new LogFilter.And(parts);
  }

  private void addTimes(List<LogFilter> parts) {
    if (since != null) {
      parts.add(LogFilter.since(since));
    }
    if (until != null) {
      parts.add(LogFilter.before(until));
    }
  }

  /**
   * Among which records the context of a hit is looked for. The sources asked for are what the
   * files are to grep; everything else finds lines in them.
   */
  LogFilter neighbours() {
    return sources.isEmpty() ? LogFilter.all() : LogFilter.sources(sources.toArray(String[]::new));
  }

  /** A command line knows no types, so any value that reads so will do. */
  private static LogFilter attribute(String key, String text) {
    List<LogFilter> readings = new ArrayList<>();
    readings.add(LogFilter.attribute(key, AttributeValue.of(text)));
    if (text.equals("true") || text.equals("false")) {
      readings.add(LogFilter.attribute(key, AttributeValue.of(text.equals("true"))));
    }
    try {
      readings.add(LogFilter.attribute(key, AttributeValue.of(Double.parseDouble(text))));
      readings.add(LogFilter.attribute(key, AttributeValue.of(Long.parseLong(text))));
    } catch (NumberFormatException e) {
      // not a number, or not a whole one: the readings so far are all there are
    }
    return new LogFilter.Or(readings);
  }
}
