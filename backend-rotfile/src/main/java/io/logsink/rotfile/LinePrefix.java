package io.logsink.rotfile;

import io.logsink.api.record.Severity;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * What stands before the body in a line of a text file: {@code 2026-03-10T12:00:00.123456789Z INFO
 * }. All prefixes are of the same length. For one thread: the text of the last day is kept, because
 * the next record is mostly of the same.
 */
final class LinePrefix {
  /** The length. */
  static final int BYTES = 38;

  private static final int DAY_BYTES = 11;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final long SECONDS_PER_DAY = 86_400;
  private static final byte[][] SEVERITIES = new byte[Severity.values().length][];

  static {
    for (Severity severity : Severity.values()) {
      SEVERITIES[severity.number() - 1] =
          " %-7s".formatted(severity).getBytes(StandardCharsets.US_ASCII);
    }
  }

  private long day = Long.MIN_VALUE;
  private byte[] dayText = new byte[DAY_BYTES];

  /** Writes the prefix of a record with that timestamp and severity at {@code target[at]}. */
  void write(long nanos, Severity severity, byte[] target, int at) {
    long second = Math.floorDiv(nanos, NANOS_PER_SECOND);
    keepDay(Math.floorDiv(second, SECONDS_PER_DAY));
    System.arraycopy(dayText, 0, target, at, DAY_BYTES);
    int secondOfDay = (int) Math.floorMod(second, SECONDS_PER_DAY);
    int next = at + DAY_BYTES;
    next = number(secondOfDay / 3_600, 2, (byte) ':', target, next);
    next = number(secondOfDay / 60 % 60, 2, (byte) ':', target, next);
    next = number(secondOfDay % 60, 2, (byte) '.', target, next);
    next = number((int) Math.floorMod(nanos, NANOS_PER_SECOND), 9, (byte) 'Z', target, next);
    byte[] end = SEVERITIES[severity.number() - 1];
    System.arraycopy(end, 0, target, next, end.length);
  }

  /** Writes as many digits and what follows them; returns where to go on. */
  private static int number(int value, int digits, byte end, byte[] target, int at) {
    int rest = value;
    for (int i = digits - 1; i >= 0; i--) {
      target[at + i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    target[at + digits] = end;
    return at + digits + 1;
  }

  private void keepDay(long wanted) {
    if (wanted != day) {
      dayText = (LocalDate.ofEpochDay(wanted) + "T").getBytes(StandardCharsets.US_ASCII);
      day = wanted;
    }
  }

  /** The bytes of a line with a body of {@code bodyBytes}. */
  static int lineBytes(int bodyBytes) {
    return BYTES + bodyBytes + 1;
  }
}
