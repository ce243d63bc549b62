package io.logsink.server.wire;

import io.logsink.api.query.LogFilter;
import io.logsink.api.query.Tokens;
import io.logsink.api.record.AttributeValue;
import io.logsink.api.record.SourceGlob;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads a filter: an object whose members must all hold. Counts them, because each costs time. */
final class FilterReader {
  /** The most conditions of a filter, all of its parts together. */
  static final int MAX_CONDITION_COUNT = 200;

  private static final List<String> MEMBERS =
      List.of(
          "from",
          "to",
          "sources",
          "min_severity",
          "words",
          "contains",
          "contains_base64",
          "matches",
          "attributes",
          "and",
          "or",
          "not");

  private int conditionCount;

  private FilterReader() {}

  /** The filter; every record when none is given. */
  static LogFilter read(Field field) {
    return field.isGiven() ? new FilterReader().filter(field) : LogFilter.all();
  }

  private LogFilter filter(Field field) {
    field.requireMembers(MEMBERS);
    List<LogFilter> parts = new ArrayList<>();
    if (field.member("from").isGiven() || field.member("to").isGiven()) {
      parts.add(time(field.member("from"), field.member("to")));
    }
    add(parts, field.member("sources"), this::sources);
    add(parts, field.member("min_severity"), f -> LogFilter.minSeverity(RecordForm.severity(f)));
    add(parts, field.member("words"), this::words);
    if (BodyForm.isGiven(field, "contains")) {
      parts.add(new LogFilter.Contains(BodyForm.read(field, "contains")));
    }
    add(parts, field.member("matches"), f -> f.made(LogFilter::matches, "a regular expression"));
    addAttributes(parts, field.member("attributes"));
    add(parts, field.member("and"), f -> new LogFilter.And(parts(f)));
    add(parts, field.member("or"), f -> new LogFilter.Or(parts(f)));
    add(parts, field.member("not"), f -> LogFilter.not(filter(f)));
    count(field, parts.size());
    return joined(parts);
  }

  private static void add(List<LogFilter> parts, Field field, Function<Field, LogFilter> reader) {
    if (field.isGiven()) {
      parts.add(reader.apply(field));
    }
  }

  private void count(Field field, int more) {
    conditionCount += more;
    if (conditionCount > MAX_CONDITION_COUNT) {
      throw new InvalidFieldException(
          field.path(),
          "more",
          "part of a filter of at most %d conditions".formatted(MAX_CONDITION_COUNT));
    }
  }

  private static LogFilter joined(List<LogFilter> parts) {
    return switch (parts.size()) {
      case 0 -> LogFilter.all();
      case 1 -> parts.getFirst();
      default -> new LogFilter.And(parts);
    };
  }

  private static LogFilter time(Field from, Field to) {
    long first = from.isGiven() ? TimeForm.nanos(from) : Long.MIN_VALUE;
    long end = to.isGiven() ? TimeForm.nanos(to) : Long.MAX_VALUE;
    if (!to.isGiven()) {
      return new LogFilter.TimeRange(first, Long.MAX_VALUE);
    }
    return end == Long.MIN_VALUE
        ? new LogFilter.TimeRange(Long.MAX_VALUE, Long.MIN_VALUE)
        : new LogFilter.TimeRange(first, end - 1);
  }

  private LogFilter sources(Field field) {
    List<Field> globs = some(field, "a list of one glob or more");
    count(field, globs.size());
    return new LogFilter.Sources(
        globs.stream().map(glob -> glob.made(SourceGlob::of, "a glob of source names")).toList());
  }

  /** A text or a list of texts, each of which is split as a body is. */
  private LogFilter words(Field field) {
    List<Field> texts = field.node().isArray() ? field.elements() : List.of(field);
    List<String> words = texts.stream().flatMap(f -> Tokens.of(f.text()).stream()).toList();
    if (words.isEmpty()) {
      throw field.mustBe("text with a word in it");
    }
    count(field, words.size());
    return new LogFilter.Words(words);
  }

  private void addAttributes(List<LogFilter> parts, Field field) {
    if (!field.isGiven()) {
      return;
    }
    for (Map.Entry<String, AttributeValue> attribute : AttributeForm.readMap(field).entrySet()) {
      count(field, 1);
      parts.add(LogFilter.attribute(attribute.getKey(), attribute.getValue()));
    }
  }

  private List<LogFilter> parts(Field field) {
    return some(field, "a list of one filter or more").stream().map(this::filter).toList();
  }

  private static List<Field> some(Field field, String allowed) {
    if (!field.node().isArray() || field.node().isEmpty()) {
      throw field.mustBe(allowed);
    }
    return field.elements();
  }
}
