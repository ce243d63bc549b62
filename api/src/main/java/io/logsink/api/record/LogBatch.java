package io.logsink.api.record;

import java.util.Iterator;
import java.util.List;

/**
 * An immutable run of records handed over in one append: 1 to {@value #MAX_COUNT} records, in
 * order.
 */
public final class LogBatch implements Iterable<LogRecord> {
  /** The most records in a batch. */
  public static final int MAX_COUNT = 100_000;

  /** The most bytes of bodies in a batch, unless it is a single record. */
  public static final long MAX_BODY_BYTES = 64L * 1024 * 1024;

  private final List<LogRecord> records;
  private final long bodyBytes;

  private LogBatch(List<LogRecord> records) {
    if (records.isEmpty() || records.size() > MAX_COUNT) {
      throw new IllegalArgumentException(
          "a batch has 1 to %d records, not %d".formatted(MAX_COUNT, records.size()));
    }
    this.records = records;
    this.bodyBytes = sumBodyBytes(records);
    if (bodyBytes > MAX_BODY_BYTES && records.size() > 1) {
      throw new IllegalArgumentException(
          "a batch has at most %d bytes of bodies, not %d; make it of fewer records"
              .formatted(MAX_BODY_BYTES, bodyBytes));
    }
  }

  private static long sumBodyBytes(List<LogRecord> records) {
    long sum = 0;
    for (LogRecord record : records) {
      sum += record.body().length();
    }
    return sum;
  }

  /**
   * A batch with a copy of {@code records}.
   *
   * @throws IllegalArgumentException when there are none, or more than {@link #MAX_COUNT} or {@link
   *     #MAX_BODY_BYTES}
   */
  public static LogBatch of(List<LogRecord> records) {
    return new LogBatch(List.copyOf(records));
  }

  /** A batch of these records. */
  public static LogBatch of(LogRecord... records) {
    return new LogBatch(List.of(records));
  }

  /** The records, in order; unmodifiable. */
  public List<LogRecord> records() {
    return records;
  }

  /** How many records, at least one. */
  public int size() {
    return records.size();
  }

  /** The bytes of all bodies together. */
  public long bodyBytes() {
    return bodyBytes;
  }

  @Override
  public Iterator<LogRecord> iterator() {
    return records.iterator();
  }
}
