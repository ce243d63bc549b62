package io.logsink.rotfile;

import io.logsink.api.query.Direction;
import io.logsink.api.query.FilterBounds;
import io.logsink.api.query.LogFilter;
import io.logsink.api.record.Severity;
import io.logsink.api.record.Source;
import io.logsink.storage.Window;
import io.logsink.storage.WindowSummary;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is kept in memory of one block, or of some small ones that follow each other: enough to skip
 * them by. They are read together. Sequences in it have no hole.
 *
 * @param lostFirst the first sequence that got lost between the span before it and this one
 * @param firstSequence the first sequence
 * @param lostLast the last one that got lost; before {@code lostFirst} when none did
 * @param lastSequence the last
 * @param firstNanos the earliest timestamp
 * @param lastNanos the latest
 * @param highestSeverity the highest severity
 * @param sources all sources
 * @param ledgerAt where its blocks start in the ledger
 * @param ledgerBytes the bytes of its blocks
 * @param textBytes the bytes of all lines
 */
record Span(
    long lostFirst,
    long lostLast,
    long firstSequence,
    long lastSequence,
    long firstNanos,
    long lastNanos,
    Severity highestSeverity,
    Set<Source> sources,
    long ledgerAt,
    int ledgerBytes,
    long textBytes) {

  /** The span of one block, behind what ends with {@code lastBefore}. */
  static Span of(LedgerBlock block, long lastBefore) {
    BlockHead head = block.head();
    return new Span(
        lastBefore + 1,
        head.previousSequence(),
        head.firstSequence(),
        head.lastSequence(),
        head.firstNanos(),
        head.lastNanos(),
        head.highestSeverity(),
        sourcesOf(head),
        block.at(),
        block.bytes(),
        head.textBytes());
  }

  private static Set<Source> sourcesOf(BlockHead head) {
    return head.texts().stream().map(TextRun::source).collect(Collectors.toUnmodifiableSet());
  }

  /** Whether {@code block} follows without a hole, and is small enough to be read with this. */
  boolean takes(LedgerBlock block) {
    BlockHead head = block.head();
    return head.firstSequence() == lastSequence + 1
        && block.at() == ledgerAt + ledgerBytes
        && recordCount() + head.recordCount() <= DraftBlock.MAX_COUNT
        && textBytes + head.textBytes() <= DraftBlock.FULL_BYTES
        && ledgerBytes + (long) block.bytes() <= DraftBlock.FULL_BYTES;
  }

  /** This and a block that it takes. */
  Span plus(LedgerBlock block) {
    BlockHead head = block.head();
    Severity highest = head.highestSeverity();
    return new Span(
        lostFirst,
        lostLast,
        firstSequence,
        head.lastSequence(),
        Math.min(firstNanos, head.firstNanos()),
        Math.max(lastNanos, head.lastNanos()),
        highest.atLeast(highestSeverity) ? highest : highestSeverity,
        plusSources(head),
        ledgerAt,
        ledgerBytes + block.bytes(),
        textBytes + head.textBytes());
  }

  private Set<Source> plusSources(BlockHead head) {
    if (head.texts().stream().allMatch(text -> sources.contains(text.source()))) {
      return sources;
    }
    Set<Source> more = new HashSet<>(sources);
    head.texts().forEach(text -> more.add(text.source()));
    return Set.copyOf(more);
  }

  int recordCount() {
    return (int) (lastSequence - firstSequence + 1);
  }

  boolean hasLost() {
    return lostFirst <= lostLast;
  }

  /** The scan for all of its records. */
  Window.Scan scan() {
    return new Window.Scan(
        firstSequence, lastSequence, Direction.FORWARD, LogFilter.all().bounds());
  }

  /** Whether it has records with these sequences. */
  boolean overlaps(long first, long last) {
    return firstSequence <= last && first <= lastSequence && recordCount() > 0;
  }

  /** Whether a record of it could match. */
  boolean admits(FilterBounds bounds) {
    return bounds.admitsTimes(firstNanos, lastNanos)
        && bounds.admitsSeverity(highestSeverity)
        && sources.stream().anyMatch(bounds::admits);
  }

  /** What it adds to a window's summary; of what got lost no time is known. */
  WindowSummary summary() {
    WindowSummary own =
        new WindowSummary(firstSequence, lastSequence, recordCount(), firstNanos, lastNanos);
    return hasLost()
        ? new WindowSummary(lostFirst, lostLast, 0, Long.MIN_VALUE, Long.MAX_VALUE).plus(own)
        : own;
  }
}
