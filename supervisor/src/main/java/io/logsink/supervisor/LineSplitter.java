package io.logsink.supervisor;

import io.logsink.api.record.AttributeValue;
import io.logsink.api.record.Attributes;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Severity;
import io.logsink.api.record.Source;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Makes records of the bytes of one output. A record's body is what stands between two newlines,
 * byte for byte. A terminal puts a carriage return before each newline that is printed, and exactly
 * that one is taken off again. Used by one thread.
 *
 * <p>Bytes without a newline yet are pending: never more than the longest body, and one for a
 * carriage return that may turn out to be the terminal's. A line becomes several records, its
 * parts, when it is longer than a body may be, and when its end does not come in time. The parts
 * have numbers from 1; the one before the newline is marked as the last, also when it is empty, and
 * one that time or the end of the output cut off is marked as partial.
 */
final class LineSplitter {
  static final String PART = "line.part";
  static final String LAST = "line.last";
  static final String PARTIAL = "line.partial";

  private static final int FIRST_PENDING_BYTES = 256;
  private static final AttributeValue TRUE = AttributeValue.of(true);

  private final Source source;
  private final Attributes attributes;
  private final boolean terminal;
  private final LineSettings settings;
  private final Consumer<LogRecord> records;
  private final int pendingLimit;

  private byte[] pending = new byte[FIRST_PENDING_BYTES];
  private int pendingLength;
  private long pendingEpochNanos;
  private long pendingNanos;
  private long part;
  private Severity severity = Severity.INFO;

  /**
   * A splitter with nothing pending.
   *
   * @param attributes what all records have
   * @param terminal whether a carriage return before a newline is the terminal's
   * @param records takes the records
   */
  LineSplitter(
      Source source,
      Attributes attributes,
      boolean terminal,
      LineSettings settings,
      Consumer<LogRecord> records) {
    this.source = source;
    this.attributes = attributes;
    this.terminal = terminal;
    this.settings = settings;
    this.records = records;
    this.pendingLimit = settings.maxBytes() + (terminal ? 1 : 0);
  }

  /**
   * Takes bytes that were read.
   *
   * @param epochNanos the time of day at which they were read
   * @param nanos the same on the clock that flushes go by
   */
  void feed(byte[] bytes, int length, long epochNanos, long nanos) {
    int start = 0;
    for (int i = 0; i < length; i++) {
      if (bytes[i] == '\n') {
        endLine(bytes, start, i, epochNanos, nanos);
        start = i + 1;
      }
    }
    keep(bytes, start, length, epochNanos, nanos);
  }

  private void endLine(byte[] bytes, int from, int to, long epochNanos, long nanos) {
    int end = terminal && to > from && bytes[to - 1] == '\r' ? to - 1 : to;
    if (pendingLength == 0 && part == 0 && end - from <= settings.maxBytes()) {
      pendingEpochNanos = epochNanos;
      emitFirst(Arrays.copyOfRange(bytes, from, end), attributes, epochNanos);
    } else {
      keep(bytes, from, to, epochNanos, nanos);
      endPendingLine(epochNanos, nanos);
    }
  }

  private void endPendingLine(long epochNanos, long nanos) {
    if (endsWithReturn()) {
      pendingLength--;
    }
    if (pendingLength > settings.maxBytes()) {
      cut(settings.maxBytes(), false, epochNanos, nanos);
    }
    if (pendingLength == 0) {
      pendingEpochNanos = epochNanos;
    }
    byte[] body = take(pendingLength);
    if (part == 0) {
      emitFirst(body, attributes, epochNanos);
    } else {
      emit(body, with(part + 1, LAST), epochNanos);
      part = 0;
    }
  }

  private void keep(byte[] bytes, int from, int to, long epochNanos, long nanos) {
    for (int at = from; at < to; ) {
      if (pendingLength == pendingLimit) {
        cut(settings.maxBytes(), false, epochNanos, nanos);
      }
      if (pendingLength == 0) {
        pendingEpochNanos = epochNanos;
        pendingNanos = nanos;
      }
      int count = Math.min(to - at, pendingLimit - pendingLength);
      append(bytes, at, count);
      at += count;
    }
  }

  private void append(byte[] bytes, int from, int count) {
    int length = pendingLength + count;
    if (length > pending.length) {
      int room = Math.max(length, Math.min(2 * pending.length, pendingLimit));
      pending = Arrays.copyOf(pending, room);
    }
    System.arraycopy(bytes, from, pending, pendingLength, count);
    pendingLength = length;
  }

  /** Whether bytes are pending that time can flush. */
  boolean isPending() {
    return pendingLength > (endsWithReturn() ? 1 : 0);
  }

  /** When what is pending is to be flushed, on the clock that flushes go by. */
  long flushNanos() {
    return pendingNanos + settings.flushDelay().toNanos();
  }

  /** Makes a part of what is pending, without a carriage return that may be the terminal's. */
  void flush(long epochNanos, long nanos) {
    if (isPending()) {
      int length = pendingLength - (endsWithReturn() ? 1 : 0);
      cut(Math.min(length, settings.maxBytes()), true, epochNanos, nanos);
    }
  }

  /** The output has ended: what is pending is the last part of its line. */
  void end(long epochNanos, long nanos) {
    while (pendingLength > 0) {
      boolean last = pendingLength <= settings.maxBytes();
      cut(Math.min(pendingLength, settings.maxBytes()), last, epochNanos, nanos);
    }
    part = 0;
  }

  private boolean endsWithReturn() {
    return terminal && pendingLength > 0 && pending[pendingLength - 1] == '\r';
  }

  private void cut(int length, boolean partial, long epochNanos, long nanos) {
    part++;
    byte[] body = take(length);
    Attributes details = partial ? with(part, PARTIAL) : with(part);
    if (part == 1) {
      emitFirst(body, details, epochNanos);
    } else {
      emit(body, details, epochNanos);
    }
    pendingEpochNanos = epochNanos;
    pendingNanos = nanos;
  }

  private byte[] take(int length) {
    byte[] taken = Arrays.copyOf(pending, length);
    int left = pendingLength - length;
    byte[] next =
        pending.length > settings.maxBytes() / 2 ? new byte[FIRST_PENDING_BYTES] : pending;
    System.arraycopy(pending, length, next, 0, left);
    pending = next;
    pendingLength = left;
    return taken;
  }

  private Attributes with(long number, String... marks) {
    Map<String, AttributeValue> all = new HashMap<>(attributes.asMap());
    all.put(PART, AttributeValue.of(number));
    for (String mark : marks) {
      all.put(mark, TRUE);
    }
    return Attributes.of(all);
  }

  /** The whole of a line or its first part, which says how severe all of it is. */
  private void emitFirst(byte[] body, Attributes details, long epochNanos) {
    severity = severityOf(body);
    emit(body, details, epochNanos);
  }

  private void emit(byte[] body, Attributes details, long epochNanos) {
    records.accept(
        new LogRecord(
            pendingEpochNanos, epochNanos, severity, source, LogBody.unsafeWrap(body), details));
  }

  private Severity severityOf(byte[] body) {
    return switch (settings.severity()) {
      case LEVEL_WORD -> LevelWord.severity(body, 0, body.length);
      case NONE -> Severity.INFO;
    };
  }
}
