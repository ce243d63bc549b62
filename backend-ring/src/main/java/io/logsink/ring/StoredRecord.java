package io.logsink.ring;

import io.logsink.api.query.LogEntry;
import io.logsink.api.record.Attributes;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Severity;
import io.logsink.api.record.Source;
import io.logsink.storage.block.AttributesCodec;
import io.logsink.storage.block.DamagedBlockException;
import java.nio.ByteBuffer;

/**
 * A record in the ring, and its form in memory:
 *
 * <pre>
 *   0  bytes of the whole
 *   4  bytes of the body
 *   8  sequence
 *  16  when it was appended, milliseconds since 1970
 *  24  timestamp
 *  32  observed timestamp
 *  40  severity number
 *  41  body, then the attributes, if there are any
 * </pre>
 *
 * <p>The source is that of its queue.
 *
 * @param entry the record with its sequence
 * @param appendedMillis when it was appended, by the wall clock
 */
record StoredRecord(LogEntry entry, long appendedMillis) {
  static final int HEADER_BYTES = 41;
  private static final byte[] NO_BYTES = {};

  long sequence() {
    return entry.sequence();
  }

  /** The attributes as they stand in memory. */
  static byte[] encode(Attributes attributes) {
    return attributes.isEmpty() ? NO_BYTES : AttributesCodec.encode(attributes);
  }

  /** How many bytes it takes in its queue. */
  static long encodedBytes(LogRecord record, byte[] attributes) {
    return HEADER_BYTES + (long) record.body().length() + attributes.length;
  }

  /** Adds a record to {@code queue} and returns its place. */
  static long append(
      PageFifo queue, long sequence, long appendedMillis, LogRecord record, byte[] attributes) {
    byte[] header = new byte[HEADER_BYTES];
    ByteBuffer.wrap(header)
        .putInt(Math.toIntExact(encodedBytes(record, attributes)))
        .putInt(record.body().length())
        .putLong(sequence)
        .putLong(appendedMillis)
        .putLong(record.timestampNanos())
        .putLong(record.observedTimestampNanos())
        .put((byte) record.severity().number());
    long place = queue.append(header);
    queue.append(record.body().unsafeArray());
    queue.append(attributes);
    return place;
  }

  /** The record at {@code place}. */
  static StoredRecord read(PageFifo queue, long place, Source source) {
    Header header = Header.read(queue, place);
    byte[] body = new byte[header.bodyBytes];
    queue.read(place + HEADER_BYTES, body);
    byte[] attributes = new byte[header.allBytes - HEADER_BYTES - header.bodyBytes];
    queue.read(place + HEADER_BYTES + header.bodyBytes, attributes);
    LogRecord record =
        new LogRecord(
            header.timestampNanos,
            header.observedTimestampNanos,
            Severity.ofNumber(header.severity),
            source,
            LogBody.unsafeWrap(body),
            decode(attributes));
    return new StoredRecord(new LogEntry(header.sequence, record), header.appendedMillis);
  }

  private static Attributes decode(byte[] attributes) {
    if (attributes.length == 0) {
      return Attributes.EMPTY;
    }
    try {
      return AttributesCodec.decode(attributes);
    } catch (DamagedBlockException e) {
      throw new IllegalStateException("the ring's memory was overwritten", e);
    }
  }

  /** What stands before the body. */
  record Header(
      int allBytes,
      int bodyBytes,
      long sequence,
      long appendedMillis,
      long timestampNanos,
      long observedTimestampNanos,
      int severity) {
    static Header read(PageFifo queue, long place) {
      byte[] bytes = new byte[HEADER_BYTES];
      queue.read(place, bytes);
      ByteBuffer in = ByteBuffer.wrap(bytes);
      return new Header(
          in.getInt(),
          in.getInt(),
          in.getLong(),
          in.getLong(),
          in.getLong(),
          in.getLong(),
          in.get());
    }
  }
}
