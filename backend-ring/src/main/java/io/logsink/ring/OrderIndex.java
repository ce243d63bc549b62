package io.logsink.ring;

import java.util.function.LongPredicate;

/**
 * Where the records stand, in sequence order: for each an entry of sequence, place, timestamp, and
 * slot of its source with its severity, 8 bytes each. Entries are numbered; a number is right until
 * {@link #keep} or until none is left. Guarded by its ring's lock.
 */
final class OrderIndex {
  static final int ENTRY_BYTES = 32;
  private static final int PLACE = 8;
  private static final int TIMESTAMP = 16;
  private static final int SLOT_AND_SEVERITY = 24;

  private final PageFifo entries;

  OrderIndex(Pages pages) {
    this.entries = new PageFifo(pages);
  }

  /** The number of the first entry. */
  long first() {
    return entries.begin() / ENTRY_BYTES;
  }

  /** The number after the last. */
  long end() {
    return entries.end() / ENTRY_BYTES;
  }

  long count() {
    return end() - first();
  }

  void append(long sequence, long place, long timestampNanos, int slot, int severity) {
    long entry = entries.extend(ENTRY_BYTES);
    entries.setLong(entry, sequence);
    entries.setLong(entry + PLACE, place);
    entries.setLong(entry + TIMESTAMP, timestampNanos);
    entries.setLong(entry + SLOT_AND_SEVERITY, (long) slot << Integer.SIZE | severity);
  }

  long sequence(long number) {
    return entries.getLong(number * ENTRY_BYTES);
  }

  long place(long number) {
    return entries.getLong(number * ENTRY_BYTES + PLACE);
  }

  long timestampNanos(long number) {
    return entries.getLong(number * ENTRY_BYTES + TIMESTAMP);
  }

  int slot(long number) {
    return (int) (entries.getLong(number * ENTRY_BYTES + SLOT_AND_SEVERITY) >> Integer.SIZE);
  }

  int severity(long number) {
    return (int) entries.getLong(number * ENTRY_BYTES + SLOT_AND_SEVERITY);
  }

  /** The number of the first entry whose sequence is {@code sequence} or more. */
  long find(long sequence) {
    long low = first();
    long high = end();
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (sequence(middle) < sequence) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  void dropFirst() {
    entries.dropBefore((first() + 1) * ENTRY_BYTES);
    if (entries.isEmpty()) {
      entries.clear();
    }
  }

  /** Keeps the entries that {@code wanted} takes by number. */
  void keep(LongPredicate wanted) {
    long to = first();
    for (long from = first(); from < end(); from++) {
      if (wanted.test(from)) {
        move(from * ENTRY_BYTES, to * ENTRY_BYTES);
        to++;
      }
    }
    if (to == first()) {
      entries.clear();
    } else {
      entries.dropFrom(to * ENTRY_BYTES);
    }
  }

  private void move(long from, long to) {
    for (int at = 0; at < ENTRY_BYTES; at += Long.BYTES) {
      entries.setLong(to + at, entries.getLong(from + at));
    }
  }
}
