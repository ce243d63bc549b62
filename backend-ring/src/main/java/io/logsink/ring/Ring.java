package io.logsink.ring;

import io.logsink.api.SinkStats;
import io.logsink.api.query.Direction;
import io.logsink.api.query.FilterBounds;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * The newest records, in a bounded number of bytes outside the heap. Thread-safe.
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
 *
 * <p><b>Reading.</b> A read goes on in slices of a bounded size, and holds the lock for one slice;
 * so it holds the appender up for well under a millisecond, whatever it looks for. Between two
 * slices records may go: the next slice begins at a sequence, not at an entry, and finds a hole
 * where they were.
 */
final class Ring implements AutoCloseable {
  /** So few dead entries are not worth moving the others. */
  private static final long FEW_DEAD_COUNT = 1024;

  /** Records that one hold of the lock removes for their age. */
  private static final int REMOVED_AT_ONCE_COUNT = 10_000;

  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final Pages pages;
  private final OrderIndex order;
  private final Map<Source, SourceQueue> bySource = new HashMap<>();
  private final List<@Nullable SourceQueue> bySlot = new ArrayList<>();
  private long recordCount;
  private long nextSequence = 1;
  private long changeCount;
  private LostStretches lost = LostStretches.NONE;

  /** An empty one that takes at most {@code maxBytes}. */
  Ring(long maxBytes) {
    this.pages = new Pages(maxBytes);
    this.order = new OrderIndex(pages);
  }

  /**
   * What there is to see, at one moment.
   *
   * @param oldestSequence the first sequence that is stored, or is lost but not forgotten; the next
   *     one when there is none
   * @param nextSequence the one after the newest
   * @param lost what was lost otherwise than by retention
   * @param changeCount grows with every change
   */
  record View(long oldestSequence, long nextSequence, LostStretches lost, long changeCount) {
    long newestSequence() {
      return nextSequence - 1;
    }
  }

  /** The most bytes that a record may take in its queue: all pages but one for the order index. */
  long mostRecordBytes() {
    return (pages.mostCount() - 1L) * Pages.PAGE_BYTES;
  }

  /**
   * Takes from the system what {@link #append} will need.
   *
   * @throws OutOfMemoryError when it has no more; the ring is as it was
   */
  void prepare(StorableBatch batch) {
    lock.writeLock().lock();
    try {
      pages.prepare(batch.mostPageCount());
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Adds a batch, whose first record has the next sequence, as a whole. */
  void append(StorableBatch batch, long appendedMillis) {
    lock.writeLock().lock();
    try {
      for (int i = 0; i < batch.size(); i++) {
        add(nextSequence, appendedMillis, batch.record(i), batch.attributes(i));
      }
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Adds a record that a snapshot had, behind those before it. */
  void restore(StoredRecord stored) {
    LogRecord record = stored.entry().record();
    byte[] attributes = StoredRecord.encode(record.attributes());
    lock.writeLock().lock();
    try {
      if (StoredRecord.encodedBytes(record, attributes) <= mostRecordBytes()) {
        add(stored.sequence(), stored.appendedMillis(), record, attributes);
      }
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Ends restoring: what follows gets {@code next} and larger sequences. */
  void restore(long next, LostStretches losses) {
    lock.writeLock().lock();
    try {
      nextSequence = next;
      lost = losses;
    } finally {
      lock.writeLock().unlock();
    }
  }

  private void add(long sequence, long appendedMillis, LogRecord record, byte[] attributes) {
    long bytes = StoredRecord.encodedBytes(record, attributes);
    makeRoom(StorableBatch.pageCount(bytes) + 1);
    SourceQueue queue = queueOf(record.source());
    long place = queue.append(sequence, appendedMillis, record, attributes);
    order.append(
        sequence, place, record.timestampNanos(), queue.slot(), record.severity().number());
    recordCount++;
    changeCount++;
    nextSequence = sequence + 1;
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
    long forgotten = 0;
    while (order.count() > 0 && !isAlive(order.first())) {
      forgotten = order.sequence(order.first());
      order.dropFirst();
    }
    lost = lost.from(forgotten);
    if (order.count() - recordCount > recordCount + FEW_DEAD_COUNT) {
      order.keep(this::isAlive);
    }
  }

  private boolean isAlive(long number) {
    SourceQueue queue = bySlot.get(order.slot(number));
    return queue != null && order.sequence(number) >= queue.firstSequence();
  }

  /** What a removal took away. */
  record Removed(long recordCount, long freedBytes) {}

  /** Removes the records that were appended longer than {@code maxAge} before {@code now}. */
  Removed removeOlder(Instant now, Duration maxAge) {
    long count = 0;
    long freedBytes = 0;
    Removed some;
    do {
      some = removeSomeOlder(now, maxAge);
      count += some.recordCount;
      freedBytes += some.freedBytes;
    } while (some.recordCount == REMOVED_AT_ONCE_COUNT);
    return new Removed(count, freedBytes);
  }

  private Removed removeSomeOlder(Instant now, Duration maxAge) {
    lock.writeLock().lock();
    try {
      long bytesBefore = storedBytes();
      long count = 0;
      while (count < REMOVED_AT_ONCE_COUNT && isOldestOlder(now, maxAge)) {
        dropOldestOf(queueAt(order.first()));
        count++;
      }
      return new Removed(count, bytesBefore - storedBytes());
    } finally {
      lock.writeLock().unlock();
    }
  }

  private boolean isOldestOlder(Instant now, Duration maxAge) {
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

  View view() {
    lock.readLock().lock();
    try {
      return new View(oldestSequence(), nextSequence, lost, changeCount);
    } finally {
      lock.readLock().unlock();
    }
  }

  private long oldestSequence() {
    long stored = recordCount == 0 ? nextSequence : order.sequence(order.first());
    return lost.firstSequence(stored);
  }

  /**
   * The next slice of a run through the records.
   *
   * @param from the sequence at which the slice begins
   * @param until the last one of the whole run
   * @param direction which way
   * @param bounds records that cannot fulfil them are left out
   */
  Slice slice(long from, long until, Direction direction, FilterBounds bounds) {
    lock.readLock().lock();
    try {
      Slice slice = new Slice(from, until, direction, bounds);
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
      return slice;
    } finally {
      lock.readLock().unlock();
    }
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

  /** Statistics, with {@code engine} beside the ring's own figures. */
  SinkStats stats(Map<String, String> engine) {
    lock.readLock().lock();
    try {
      Map<String, String> figures = new HashMap<>(engine);
      figures.put("sources", String.valueOf(bySource.size()));
      figures.put("allocated_bytes", String.valueOf(pages.allocatedBytes()));
      figures.put("lost_stretches", String.valueOf(lost.stretches().size()));
      return new SinkStats(
          recordCount,
          recordCount == 0 ? 0 : order.sequence(order.first()),
          newestSequence(),
          storedBytes(),
          1,
          figures);
    } finally {
      lock.readLock().unlock();
    }
  }

  private long storedBytes() {
    return (long) pages.usedCount() * Pages.PAGE_BYTES;
  }

  private long newestSequence() {
    for (long number = order.end() - 1; number >= order.first(); number--) {
      if (isAlive(number)) {
        return order.sequence(number);
      }
    }
    return 0;
  }

  /** Gives the memory back. No other call is under way, nor follows. */
  @Override
  public void close() {
    pages.close();
  }
}
