package io.logsink.api.query;

import io.logsink.api.record.AttributeValue;
import io.logsink.api.record.EpochNanos;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.Severity;
import io.logsink.api.record.SourceGlob;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a query matches: an immutable expression over the fields of a record. It means the same to
 * every backend, because {@link #predicate()} decides; {@link #bounds()} tells a backend what it
 * may skip unseen.
 */
public sealed interface LogFilter {
  /** Every record. */
  record All() implements LogFilter {}

  /**
   * Records of a stretch of time.
   *
   * @param firstNanos the first timestamp that matches
   * @param lastNanos the last timestamp that matches
   */
  record TimeRange(long firstNanos, long lastNanos) implements LogFilter {}

  /** Records of a source that one of the globs matches. */
  record Sources(List<SourceGlob> globs) implements LogFilter {
    /** Copies and checks the list. */
    public Sources {
      globs = requireSome("source glob", globs);
    }
  }

  /** Records of that severity or a higher one. */
  record MinSeverity(Severity severity) implements LogFilter {}

  /**
   * Records whose body has every one of the words as a whole token of {@link Tokens}.
   *
   * @param words tokens as {@link Tokens} makes them: case folded, without separators
   */
  record Words(List<String> words) implements LogFilter {
    /** Copies and checks the list: each is exactly one token. */
    public Words {
      words = requireSome("word", words);
      for (String word : words) {
        if (!Tokens.of(word).equals(List.of(word))) {
          throw new IllegalArgumentException(
              "not one token of letters, digits and _, case folded: \"%s\"; LogFilter.words(text) splits and folds"
                  .formatted(word));
        }
      }
    }
  }

  /** Records whose body has these bytes somewhere. */
  record Contains(LogBody bytes) implements LogFilter {}

  /**
   * Records whose body's {@linkplain LogBody#text() text} has a match of a regular expression
   * somewhere; see {@link LinePattern}.
   *
   * @param pattern the expression in RE2's syntax
   */
  record Matches(String pattern) implements LogFilter {
    /** Checks that the pattern can be compiled. */
    public Matches {
      LinePattern.compile(pattern);
    }
  }

  /** Records that have the attribute with exactly this value, of this type. */
  record AttributeEquals(String key, AttributeValue value) implements LogFilter {}

  /** Records that all parts match. */
  record And(List<LogFilter> parts) implements LogFilter {
    /** Copies and checks the list. */
    public And {
      parts = requireSome("part", parts);
    }
  }

  /** Records that one of the parts matches. */
  record Or(List<LogFilter> parts) implements LogFilter {
    /** Copies and checks the list. */
    public Or {
      parts = requireSome("part", parts);
    }
  }

  /** Records that the part does not match. */
  record Not(LogFilter part) implements LogFilter {}

  /** Decides exactly. Compile it once a query, not once a record. */
  default RecordPredicate predicate() {
    return FilterPredicates.of(this);
  }

  /** What every matching record has in common, for skipping. */
  default FilterBounds bounds() {
    return FilterBounds.of(this);
  }

  /** Every record. */
  static LogFilter all() {
    return new All();
  }

  /** Records from {@code from} on and before {@code until}. */
  static LogFilter time(Instant from, Instant until) {
    long last = EpochNanos.of(until) - 1;
    return new TimeRange(EpochNanos.of(from), last);
  }

  /** Records from {@code from} on. */
  static LogFilter since(Instant from) {
    return new TimeRange(EpochNanos.of(from), Long.MAX_VALUE);
  }

  /** Records before {@code until}. */
  static LogFilter before(Instant until) {
    return new TimeRange(Long.MIN_VALUE, EpochNanos.of(until) - 1);
  }

  /** Records of a source that one of the globs matches. */
  static LogFilter sources(String... globs) {
    List<SourceGlob> list = new ArrayList<>();
    for (String glob : globs) {
      list.add(SourceGlob.of(glob));
    }
    return new Sources(list);
  }

  /** Records of that severity or a higher one. */
  static LogFilter minSeverity(Severity severity) {
    return new MinSeverity(severity);
  }

  /**
   * Records that have every word of {@code text}, which is split and folded like a body is.
   *
   * @throws IllegalArgumentException when there is no word in it
   */
  static LogFilter words(String text) {
    return new Words(Tokens.of(text));
  }

  /** Records whose body has the bytes of {@code text} in UTF-8. */
  static LogFilter contains(String text) {
    return new Contains(LogBody.of(text));
  }

  /**
   * Records whose text has a match of {@code pattern}.
   *
   * @throws IllegalArgumentException when the pattern is not of RE2's syntax
   */
  static LogFilter matches(String pattern) {
    return new Matches(pattern);
  }

  /** Records that have the attribute {@code key} with that value. */
  static LogFilter attribute(String key, AttributeValue value) {
    return new AttributeEquals(key, value);
  }

  /** Records that all parts match. */
  static LogFilter and(LogFilter... parts) {
    return new And(List.of(parts));
  }

  /** Records that one of the parts matches. */
  static LogFilter or(LogFilter... parts) {
    return new Or(List.of(parts));
  }

  /** Records that {@code part} does not match. */
  static LogFilter not(LogFilter part) {
    return new Not(part);
  }

  private static <T> List<T> requireSome(String what, List<T> list) {
    if (list.isEmpty()) {
      throw new IllegalArgumentException("a filter needs at least one " + what);
    }
    return List.copyOf(list);
  }
}
