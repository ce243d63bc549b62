package io.logsink.sqlite;

import io.logsink.api.query.FilterBounds;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Severity;
import io.logsink.api.record.Source;
import io.logsink.storage.WindowSummary;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * What a run of rows has in common, to skip it by: a row of the table {@code block}. Sequences in
 * it have no hole.
 *
 * @param firstSequence the first row's sequence
 * @param lastSequence the last row's
 * @param firstNanos the earliest timestamp
 * @param lastNanos the latest
 * @param highestSeverity the highest severity
 * @param sources the ids of all sources
 */
record Block(
    long firstSequence,
    long lastSequence,
    long firstNanos,
    long lastNanos,
    Severity highestSeverity,
    Set<Integer> sources) {
  /** A block that has as many rows gets no more. */
  static final int FULL_COUNT = 1_024;

  /** A block of one record. */
  static Block of(long sequence, LogRecord record, int source) {
    long nanos = record.timestampNanos();
    return new Block(sequence, sequence, nanos, nanos, record.severity(), Set.of(source));
  }

  /** This and the record that follows it. */
  Block plus(LogRecord record, int source) {
    return new Block(
        firstSequence,
        lastSequence + 1,
        Math.min(firstNanos, record.timestampNanos()),
        Math.max(lastNanos, record.timestampNanos()),
        record.severity().atLeast(highestSeverity) ? record.severity() : highestSeverity,
        sources.contains(source) ? sources : with(source));
  }

  private Set<Integer> with(int source) {
    Set<Integer> more = new TreeSet<>(sources);
    more.add(source);
    return more;
  }

  /** Whether the record with that sequence may still join it. */
  boolean isFollowedBy(long sequence) {
    return sequence == lastSequence + 1 && recordCount() < FULL_COUNT;
  }

  long recordCount() {
    return lastSequence - firstSequence + 1;
  }

  /** Whether a row of it could match. */
  boolean admits(FilterBounds bounds, IntFunction<@Nullable Source> nameOf) {
    return bounds.admitsTimes(firstNanos, lastNanos)
        && bounds.admitsSeverity(highestSeverity)
        && sources.stream().anyMatch(id -> admits(bounds, nameOf.apply(id)));
  }

  /** A source whose name is damaged may be any. */
  private static boolean admits(FilterBounds bounds, @Nullable Source source) {
    return source == null || bounds.admits(source);
  }

  WindowSummary summary() {
    return new WindowSummary(firstSequence, lastSequence, recordCount(), firstNanos, lastNanos);
  }

  /** The sources as the table has them: {@code 1,5,7}. */
  String sourceList() {
    return sources.stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
  }

  long crc() {
    String text =
        "%d %d %d %d %d %s"
            .formatted(
                firstSequence,
                lastSequence,
                firstNanos,
                lastNanos,
                highestSeverity.number(),
                sourceList());
    CRC32C crc = new CRC32C();
    crc.update(text.getBytes(StandardCharsets.US_ASCII));
    return crc.getValue();
  }
}
