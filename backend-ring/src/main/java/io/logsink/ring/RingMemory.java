package io.logsink.ring;

import io.logsink.api.query.Direction;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The records of a ring, in a bounded number of bytes outside the heap. Guarded by its ring's lock.
 *
 * <p>All memory is pages of one pool, and the pool is the bound: there is no other account of what
 * is stored. Each source has a queue of pages with its records, oldest first, and one more queue is
 * the order index, with an entry for each record in sequence order.
 *
 * <p><b>Overwriting.</b> When no page is free, the source that takes most gives up its oldest
 * records until a page is. Who takes most takes more than its share (the whole by the number of
 * sources) as long as anybody does, so a source under its share loses nothing to another one over
 * it: a flood overwrites itself.
 *
 * <p><b>Dead entries.</b> Records thus go from the middle of the order, where an entry cannot be
 * cut out. It needs no mark either: a queue loses its oldest first, so an entry is dead when its
 * sequence is below the first one of its source's queue. Dead entries at the beginning are dropped
 * at once; when more are dead than alive, the living move together. A slot of the table of queues
 * is given to another source when its own has no record left; the entries of that one stay dead,
 * because all sequences of the other are larger.
 */
final class RingMemory implements AutoCloseable {
  /** So few dead entries are not worth moving the others. */
  private static final long FEW_DEAD_COUNT = 1024;

  private final Pages pages;
  private final OrderIndex order;
  private final Map<Source, SourceQueue> bySource = new HashMap<>();
  private final List<@Nullable SourceQueue> bySlot = new ArrayList<>();
  private long recordCount;
  private long changeCount;
  private long forgottenThrough;

  /** An empty one of at most {@code maxBytes}. */
  RingMemory(long maxBytes) {
    this.pages = new Pages(maxBytes);
    this.order = new OrderIndex(pages);
  }

  /** The most bytes that a record may take in its queue: all pages but one for the order index. */
  long mostRecordBytes() {
    return (pages.mostCount() - 1L) * Pages.PAGE_BYTES;
  }

  long recordCount() {
    return recordCount;
  }

  int sourceCount() {
    return bySource.size();
  }

  /** Grows with every change. */
  long changeCount() {
    return changeCount;
  }

  /** Up to this sequence no record is left. */
  long forgottenThrough() {
    return forgottenThrough;
  }

  long storedBytes() {
    return (long) pages.usedCount() * Pages.PAGE_BYTES;
  }

  long allocatedBytes() {
    return pages.allocatedBytes();
  }

  /** The oldest record's sequence, or 0 when there is none. */
  long oldestSequence() {
    return recordCount == 0 ? 0 : order.sequence(order.first());
  }

  /** The newest record's sequence, or 0 when there is none. */
  long newestSequence() {
    for (long number = order.end() - 1; number >= order.first(); number--) {
      if (isAlive(number)) {
        return order.sequence(number);
      }
    }
    return 0;
  }

  /**
   * Takes from the system what {@code pageCount} more pages need.
   *
   * @throws OutOfMemoryError when it has no more; nothing has changed
   */
  void prepare(long pageCount) {
    pages.prepare(pageCount);
  }

  /** Adds a record of a larger sequence than all before. */
  void add(long sequence, long appendedMillis, LogRecord record, byte[] attributes) {
    long bytes = StoredRecord.encodedBytes(record, attributes);
    makeRoom(StorableBatch.pageCount(bytes) + 1);
    SourceQueue queue = queueOf(record.source());
    long place = queue.append(sequence, appendedMillis, record, attributes);
    order.append(
        sequence, place, record.timestampNanos(), queue.slot(), record.severity().number());
    recordCount++;
    changeCount++;
  }

  private SourceQueue queueOf(Source source) {
    SourceQueue known = bySource.get(source);
    return known != null ? known : newQueueOf(source);
  }

  private SourceQueue newQueueOf(Source source) {
    int slot = bySlot.indexOf(null);
    if (slot < 0) {
      slot = bySlot.size();
      bySlot.add(null);
    }
    SourceQueue queue = new SourceQueue(source, slot, pages);
    bySlot.set(slot, queue);
    bySource.put(source, queue);
    return queue;
  }

  private void makeRoom(long pageCount) {
    while (pages.freeCount() < pageCount) {
      SourceQueue largest = largest();
      int freeCount = pages.freeCount();
      while (!largest.isEmpty() && pages.freeCount() <= freeCount) {
        dropOldestOf(largest);
      }
    }
  }

  /** The one that takes most; of several, the one with the oldest record. */
  private SourceQueue largest() {
    SourceQueue largest = null;
    for (SourceQueue queue : bySource.values()) {
      if (largest == null || isBefore(queue, largest)) {
        largest = queue;
      }
    }
    if (largest == null) {
      throw new IllegalStateException("no record is left to overwrite, and yet no page is free");
    }
    return largest;
  }

  private static boolean isBefore(SourceQueue one, SourceQueue other) {
    return one.costBytes() != other.costBytes()
        ? one.costBytes() > other.costBytes()
        : one.firstSequence() < other.firstSequence();
  }

  private void dropOldestOf(SourceQueue queue) {
    queue.dropOldest();
    recordCount--;
    changeCount++;
    if (queue.isEmpty()) {
      bySource.remove(queue.source());
      bySlot.set(queue.slot(), null);
    }
    dropDead();
  }

  private void dropDead() {
    while (order.count() > 0 && !isAlive(order.first())) {
      forgottenThrough = order.sequence(order.first());
      order.dropFirst();
    }
    if (order.count() - recordCount > recordCount + FEW_DEAD_COUNT) {
      order.keep(this::isAlive);
    }
  }

  private boolean isAlive(long number) {
    SourceQueue queue = bySlot.get(order.slot(number));
    return queue != null && order.sequence(number) >= queue.firstSequence();
  }

  /** Removes the oldest record; there is one. */
  void removeOldest() {
    dropOldestOf(queueAt(order.first()));
  }

  /** Whether the oldest record, if there is one, was appended longer than that before. */
  boolean isOldestOlder(Instant now, Duration maxAge) {
    if (recordCount == 0) {
      return false;
    }
    long appendedMillis = queueAt(order.first()).firstAppendedMillis();
    return Duration.between(Instant.ofEpochMilli(appendedMillis), now).compareTo(maxAge) > 0;
  }

  /** The queue of an entry that is alive. */
  private SourceQueue queueAt(long number) {
    SourceQueue queue = bySlot.get(order.slot(number));
    if (queue == null) {
      throw new IllegalStateException("the entry of sequence %d is dead".formatted(number));
    }
    return queue;
  }

  /** Fills {@code slice}, which begins at {@code from}. */
  void fill(Slice slice, long from, Direction direction) {
    int step = direction == Direction.FORWARD ? 1 : -1;
    long number = direction == Direction.FORWARD ? order.find(from) : order.find(from + 1) - 1;
    while (isInside(number) && slice.reaches(order.sequence(number)) && slice.hasRoom()) {
      if (isAlive(number)) {
        visit(number, slice);
      } else {
        slice.passDead(order.sequence(number));
      }
      number += step;
    }
    slice.end(isInside(number) && slice.reaches(order.sequence(number)));
  }

  private boolean isInside(long number) {
    return number >= order.first() && number < order.end();
  }

  private void visit(long number, Slice slice) {
    long sequence = order.sequence(number);
    SourceQueue queue = queueAt(number);
    if (slice.admits(queue, order.timestampNanos(number), order.severity(number))) {
      slice.add(queue.read(order.place(number)));
    } else {
      slice.skip(sequence);
    }
  }

  /** Gives the memory back; no other call follows. */
  @Override
  public void close() {
    pages.close();
  }
}
