package io.logsink.ring;

import io.logsink.api.query.Direction;
import io.logsink.api.query.FilterBounds;
import io.logsink.api.record.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A bounded part of a run through the ring: records and the holes between them, in the run's
 * direction. Filled by the ring under its lock, then handed over to the reader.
 */
final class Slice {
  private static final int MAX_PASSED_COUNT = 16_384;
  private static final int MAX_RECORD_COUNT = 256;
  private static final long MAX_BODY_BYTES = 1 << 20;

  /** What a run comes by. */
  sealed interface Part permits Found, Hole {}

  /** A record that may match. */
  record Found(StoredRecord stored) implements Part {}

  /** Sequences without a record, from the lower to the higher. */
  record Hole(long firstSequence, long lastSequence) implements Part {
    /** Whether nothing is between this and {@code other}. */
    boolean touches(Hole other) {
      return lastSequence + 1 == other.firstSequence || other.lastSequence + 1 == firstSequence;
    }

    /** This and one that it touches. */
    Hole plus(Hole other) {
      return new Hole(
          Math.min(firstSequence, other.firstSequence), Math.max(lastSequence, other.lastSequence));
    }
  }

  private final long until;
  private final boolean isForward;
  private final FilterBounds bounds;
  private final Map<SourceQueue, Boolean> admitted = new HashMap<>();
  private final List<Part> parts = new ArrayList<>();
  private long next;
  private boolean last;
  private int passedCount;
  private int recordCount;
  private long bodyBytes;

  Slice(long from, long until, Direction direction, FilterBounds bounds) {
    this.next = from;
    this.until = until;
    this.isForward = direction == Direction.FORWARD;
    this.bounds = bounds;
  }

  List<Part> parts() {
    return parts;
  }

  /** The sequence at which the next slice begins. */
  long next() {
    return next;
  }

  /** Whether the run ends with this slice. */
  boolean isLast() {
    return last;
  }

  boolean hasRoom() {
    return passedCount < MAX_PASSED_COUNT
        && recordCount < MAX_RECORD_COUNT
        && bodyBytes < MAX_BODY_BYTES;
  }

  /** Whether {@code sequence} is still inside the run. */
  boolean reaches(long sequence) {
    return isForward ? sequence <= until : sequence >= until;
  }

  boolean admits(SourceQueue queue, long timestampNanos, int severity) {
    return bounds.admitsTimes(timestampNanos, timestampNanos)
        && bounds.admitsSeverity(Severity.ofNumber(severity))
        && admitted.computeIfAbsent(queue, one -> bounds.admits(one.source()));
  }

  /** Comes by a record. */
  void add(StoredRecord stored) {
    skip(stored.sequence());
    parts.add(new Found(stored));
    recordCount++;
    bodyBytes += stored.entry().record().body().length();
  }

  /** Comes by a record that cannot match. */
  void skip(long sequence) {
    holeBefore(sequence);
    next = isForward ? sequence + 1 : sequence - 1;
    passedCount++;
  }

  /** Comes by an entry whose record is gone. */
  void passDead(long sequence) {
    holeBefore(isForward ? sequence + 1 : sequence - 1);
    passedCount++;
  }

  /** Nothing follows up to the end of the run, unless there is {@code more}. */
  void end(boolean more) {
    last = !more;
    if (last) {
      holeBefore(isForward ? until + 1 : until - 1);
    }
  }

  /** What is left between the last record and {@code sequence} has none. */
  private void holeBefore(long sequence) {
    if (isForward && next < sequence) {
      add(new Hole(next, sequence - 1));
      next = sequence;
    } else if (!isForward && next > sequence) {
      add(new Hole(sequence + 1, next));
      next = sequence;
    }
  }

  private void add(Hole hole) {
    if (!parts.isEmpty() && parts.getLast() instanceof Hole before && before.touches(hole)) {
      parts.set(parts.size() - 1, before.plus(hole));
    } else {
      parts.add(hole);
    }
  }
}
