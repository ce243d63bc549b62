package io.logsink.api.query;

import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Source;
import io.logsink.api.record.SourceGlob;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compiles filters into predicates: the one place where matching is defined. */
final class FilterPredicates {
  private FilterPredicates() {}

  static RecordPredicate of(LogFilter filter) {
    return switch (filter) {
      case LogFilter.All() -> record -> true;
      case LogFilter.TimeRange(long first, long last) ->
          record -> first <= record.timestampNanos() && record.timestampNanos() <= last;
      case LogFilter.Sources(List<SourceGlob> globs) -> bySource(globs);
      case LogFilter.MinSeverity(var severity) -> record -> record.severity().atLeast(severity);
      case LogFilter.Words(List<String> words) -> byWords(new WordMatcher(words));
      case LogFilter.Contains(LogBody bytes) -> byBytes(new ByteSearch(bytes.unsafeArray()));
      case LogFilter.Matches(String pattern) -> byPattern(LinePattern.compile(pattern));
      case LogFilter.AttributeEquals(String key, var value) ->
          record -> value.equals(record.attributes().get(key));
      case LogFilter.And(List<LogFilter> parts) -> all(compile(parts));
      case LogFilter.Or(List<LogFilter> parts) -> any(compile(parts));
      case LogFilter.Not(LogFilter part) -> not(of(part));
    };
  }

  private static RecordPredicate[] compile(List<LogFilter> parts) {
    return parts.stream().map(FilterPredicates::of).toArray(RecordPredicate[]::new);
  }

  /** Remembers the answer per source: there are few sources and many records. */
  private static RecordPredicate bySource(List<SourceGlob> globs) {
    Map<Source, Boolean> answers = new HashMap<>();
    return record ->
        answers.computeIfAbsent(
            record.source(), source -> globs.stream().anyMatch(glob -> glob.matches(source)));
  }

  private static RecordPredicate byWords(WordMatcher matcher) {
    return record -> matcher.matches(record.body().unsafeArray());
  }

  private static RecordPredicate byBytes(ByteSearch search) {
    return record -> search.isIn(record.body().unsafeArray());
  }

  private static RecordPredicate byPattern(LinePattern pattern) {
    return record -> pattern.find(record.body().text());
  }

  private static RecordPredicate all(RecordPredicate... parts) {
    return record -> {
      for (RecordPredicate part : parts) {
        if (!part.test(record)) {
          return false;
        }
      }
      return true;
    };
  }

  private static RecordPredicate any(RecordPredicate... parts) {
    return record -> matchesAny(parts, record);
  }

  private static boolean matchesAny(RecordPredicate[] parts, LogRecord record) {
    for (RecordPredicate part : parts) {
      if (part.test(record)) {
        return true;
      }
    }
    return false;
  }

  private static RecordPredicate not(RecordPredicate part) {
    return record -> !part.test(record);
  }
}
