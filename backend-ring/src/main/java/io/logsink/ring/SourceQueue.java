package io.logsink.ring;

import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Source;

/** The records of one source, oldest first. Guarded by its ring's lock. */
final class SourceQueue {
  private final Source source;
  private final int slot;
  private final PageFifo records;
  private long recordCount;
  private long firstSequence = Long.MAX_VALUE;

  /** An empty one that the order index knows by {@code slot}. */
  SourceQueue(Source source, int slot, Pages pages) {
    this.source = source;
    this.slot = slot;
    this.records = new PageFifo(pages);
  }

  Source source() {
    return source;
  }

  int slot() {
    return slot;
  }

  boolean isEmpty() {
    return recordCount == 0;
  }

  /** The oldest record's sequence; those before it are gone. */
  long firstSequence() {
    return firstSequence;
  }

  /** What the source takes of the ring: its pages, and its part of the order index. */
  long costBytes() {
    return (long) records.pageCount() * Pages.PAGE_BYTES + recordCount * OrderIndex.ENTRY_BYTES;
  }

  /** Adds a record and returns its place. */
  long append(long sequence, long appendedMillis, LogRecord record, byte[] attributes) {
    long place = StoredRecord.append(records, sequence, appendedMillis, record, attributes);
    if (recordCount++ == 0) {
      firstSequence = sequence;
    }
    return place;
  }

  StoredRecord read(long place) {
    return StoredRecord.read(records, place, source);
  }

  /** When the oldest record was appended. */
  long firstAppendedMillis() {
    return StoredRecord.Header.read(records, records.begin()).appendedMillis();
  }

  /** Drops the oldest record. */
  void dropOldest() {
    long next = records.begin() + StoredRecord.Header.read(records, records.begin()).allBytes();
    recordCount--;
    if (recordCount == 0) {
      records.clear();
      firstSequence = Long.MAX_VALUE;
    } else {
      records.dropBefore(next);
      firstSequence = StoredRecord.Header.read(records, next).sequence();
    }
  }
}
