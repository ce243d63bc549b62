package io.logsink.ring;

import io.logsink.api.SinkStats;
import io.logsink.api.query.Direction;
import io.logsink.api.query.FilterBounds;
import io.logsink.api.record.LogRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * The newest records, and what is known of those that are gone. Thread-safe.
 *
 * <p>A read goes on in slices of a bounded size, and holds the lock for one slice; so it holds the
 * appender up for well under a millisecond, whatever it looks for. Between two slices records may
 * go: the next slice begins at a sequence, not at an entry, and finds a hole where they were.
 */
final class Ring implements AutoCloseable {
  /** Records that one hold of the lock removes for their age. */
  private static final int REMOVED_AT_ONCE_COUNT = 10_000;

  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final RingMemory memory;
  private long nextSequence = 1;
  private LostStretches lost = LostStretches.NONE;

  /** An empty one that takes at most {@code maxBytes}. */
  Ring(long maxBytes) {
    this.memory = new RingMemory(maxBytes);
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

  /** The most bytes that a record may take. */
  long mostRecordBytes() {
    return memory.mostRecordBytes();
  }

  private <T> T reading(Supplier<T> call) {
    return locked(lock.readLock(), call);
  }

  private <T> T writing(Supplier<T> call) {
    return locked(lock.writeLock(), call);
  }

  private static <T> T locked(Lock lock, Supplier<T> call) {
    lock.lock();
    try {
      return call.get();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes from the system what {@link #append} will need.
   *
   * @throws OutOfMemoryError when it has no more; the ring is as it was
   */
  void prepare(StorableBatch batch) {
    writing(() -> {
      memory.prepare(batch.mostPageCount());
      return true;
    });
  }

  /** Adds a batch, whose first record has the next sequence, as a whole. */
  void append(StorableBatch batch, long appendedMillis) {
    writing(() -> {
      for (int i = 0; i < batch.size(); i++) {
        memory.add(nextSequence++, appendedMillis, batch.record(i), batch.attributes(i));
      }
      return forget();
    });
  }

  /** Adds a record that a snapshot had, behind those before it, if the ring is large enough. */
  void restore(StoredRecord stored) {
    LogRecord record = stored.entry().record();
    byte[] attributes = StoredRecord.encode(record.attributes());
    if (StoredRecord.encodedBytes(record, attributes) <= mostRecordBytes()) {
      writing(() -> {
        memory.add(stored.sequence(), stored.appendedMillis(), record, attributes);
        return true;
      });
    }
  }

  /** Ends restoring: what follows gets {@code next} and larger sequences. */
  void restore(long next, LostStretches losses) {
    writing(() -> {
      nextSequence = next;
      lost = losses;
      return forget();
    });
  }

  /** A loss is told until retention has removed what follows it. */
  private boolean forget() {
    lost = lost.from(memory.forgottenThrough());
    return true;
  }

  /** What a removal took away. */
  record Removed(long recordCount, long freedBytes) {}

  /** Removes the records that were appended longer than {@code maxAge} before {@code now}. */
  Removed removeOlder(Instant now, Duration maxAge) {
    long count = 0;
    long freedBytes = 0;
    Removed some;
    do {
      some = writing(() -> removeSomeOlder(now, maxAge));
      count += some.recordCount;
      freedBytes += some.freedBytes;
    } while (some.recordCount == REMOVED_AT_ONCE_COUNT);
    return new Removed(count, freedBytes);
  }

  private Removed removeSomeOlder(Instant now, Duration maxAge) {
    long bytesBefore = memory.storedBytes();
    long count = 0;
    while (count < REMOVED_AT_ONCE_COUNT && memory.isOldestOlder(now, maxAge)) {
      memory.removeOldest();
      count++;
    }
    forget();
    return new Removed(count, bytesBefore - memory.storedBytes());
  }

  View view() {
    return reading(() -> new View(oldestSequence(), nextSequence, lost, memory.changeCount()));
  }

  private long oldestSequence() {
    return lost.firstSequence(memory.recordCount() == 0 ? nextSequence : memory.oldestSequence());
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
    Slice slice = new Slice(from, until, direction, bounds);
    return reading(() -> {
      memory.fill(slice, from, direction);
      return slice;
    });
  }

  /** Statistics, with {@code engine} beside the ring's own figures. */
  SinkStats stats(Map<String, String> engine) {
    return reading(() -> {
      Map<String, String> figures = new HashMap<>(engine);
      figures.put("sources", String.valueOf(memory.sourceCount()));
      figures.put("allocated_bytes", String.valueOf(memory.allocatedBytes()));
      figures.put("lost_stretches", String.valueOf(lost.stretches().size()));
      return new SinkStats(
          memory.recordCount(),
          memory.oldestSequence(),
          memory.newestSequence(),
          memory.storedBytes(),
          1,
          figures);
    });
  }

  /** Gives the memory back. No other call is under way, nor follows. */
  @Override
  public void close() {
    memory.close();
  }
}
