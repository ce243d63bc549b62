package io.logsink.api.query;

import io.logsink.api.record.Severity;
import io.logsink.api.record.Source;
import io.logsink.api.record.SourceGlob;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What every record that a filter matches has in common: a necessary condition, not a sufficient
 * one. A backend may skip whatever cannot fulfil it; the {@linkplain LogFilter#predicate()
 * predicate} decides about the rest.
 *
 * @param firstNanos no matching record has an earlier timestamp
 * @param lastNanos no matching record has a later one
 * @param minSeverity no matching record has a lower severity
 * @param sources of each list, at least one glob matches the source of every matching record
 * @param words every matching body has all of these tokens
 */
public record FilterBounds(
    long firstNanos,
    long lastNanos,
    Severity minSeverity,
    List<List<SourceGlob>> sources,
    Set<String> words) {
  private static final FilterBounds NONE =
      new FilterBounds(Long.MIN_VALUE, Long.MAX_VALUE, Severity.TRACE, List.of(), Set.of());

  /** Copies the collections. */
  public FilterBounds {
    sources = List.copyOf(sources);
    words = Set.copyOf(words);
  }

  static FilterBounds of(LogFilter filter) {
    return switch (filter) {
      case LogFilter.TimeRange(long first, long last) ->
          new FilterBounds(first, last, Severity.TRACE, List.of(), Set.of());
      case LogFilter.Sources(List<SourceGlob> globs) ->
          new FilterBounds(
              Long.MIN_VALUE, Long.MAX_VALUE, Severity.TRACE, List.of(globs), Set.of());
      case LogFilter.MinSeverity(Severity severity) ->
          new FilterBounds(Long.MIN_VALUE, Long.MAX_VALUE, severity, List.of(), Set.of());
      case LogFilter.Words(List<String> words) ->
          new FilterBounds(
              Long.MIN_VALUE, Long.MAX_VALUE, Severity.TRACE, List.of(), new HashSet<>(words));
      case LogFilter.And(List<LogFilter> parts) ->
          parts.stream().map(FilterBounds::of).reduce(FilterBounds::both).orElse(NONE);
      case LogFilter.Or(List<LogFilter> parts) ->
          parts.stream().map(FilterBounds::of).reduce(FilterBounds::either).orElse(NONE);
      case LogFilter.All() -> NONE;
      case LogFilter.Contains(var bytes) -> NONE;
      case LogFilter.Matches(var pattern) -> NONE;
      case LogFilter.AttributeEquals(var key, var value) -> NONE;
      case LogFilter.Not(var part) -> NONE;
    };
  }

  private FilterBounds both(FilterBounds other) {
    List<List<SourceGlob>> allSources = new ArrayList<>(sources);
    allSources.addAll(other.sources);
    Set<String> allWords = new HashSet<>(words);
    allWords.addAll(other.words);
    return new FilterBounds(
        Math.max(firstNanos, other.firstNanos),
        Math.min(lastNanos, other.lastNanos),
        minSeverity.atLeast(other.minSeverity) ? minSeverity : other.minSeverity,
        allSources,
        allWords);
  }

  private FilterBounds either(FilterBounds other) {
    Set<String> commonWords = new HashSet<>(words);
    commonWords.retainAll(other.words);
    return new FilterBounds(
        Math.min(firstNanos, other.firstNanos),
        Math.max(lastNanos, other.lastNanos),
        minSeverity.atLeast(other.minSeverity) ? other.minSeverity : minSeverity,
        eitherSources(other),
        commonWords);
  }

  /** Two single lists become one; anything more involved is given up, which is allowed. */
  private List<List<SourceGlob>> eitherSources(FilterBounds other) {
    if (sources.size() != 1 || other.sources.size() != 1) {
      return List.of();
    }
    List<SourceGlob> union = new ArrayList<>(sources.getFirst());
    union.addAll(other.sources.getFirst());
    return List.of(union);
  }

  /** Whether no record at all can match. */
  public boolean isEmpty() {
    return firstNanos > lastNanos;
  }

  /**
   * Whether a record with a timestamp from {@code first} to {@code last} could match, as far as
   * time goes.
   */
  public boolean admitsTimes(long first, long last) {
    return firstNanos <= last && first <= lastNanos;
  }

  /** Whether a record of at most that severity could match, as far as severity goes. */
  public boolean admitsSeverity(Severity highest) {
    return highest.atLeast(minSeverity);
  }

  /** Whether a record of {@code source} could match, as far as the source goes. */
  public boolean admits(Source source) {
    return sources.stream()
        .allMatch(globs -> globs.stream().anyMatch(glob -> glob.matches(source)));
  }
}
