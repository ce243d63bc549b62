package io.logsink.rotfile;

import io.logsink.api.record.Severity;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * What stands before the body in a line of a text file: {@code 2026-03-10T12:00:00.123456789Z INFO
 * }. All prefixes are of the same length. For one thread: the text of the last second is kept,
 * because the next record is mostly of the same.
 */
final class LinePrefix {
  /** The length. */
  static final int BYTES = 38;

  private static final int NANO_DIGITS = 9;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.", Locale.ROOT);
  private static final byte[][] SEVERITIES = new byte[Severity.values().length][];

  static {
    for (Severity severity : Severity.values()) {
      SEVERITIES[severity.number() - 1] =
          "Z %-7s".formatted(severity).getBytes(StandardCharsets.US_ASCII);
    }
  }

  private long second = Long.MIN_VALUE;
  private byte[] secondText = new byte[0];

  /** Writes the prefix of a record with that timestamp and severity at {@code target[at]}. */
  void write(long nanos, Severity severity, byte[] target, int at) {
    keepSecond(Math.floorDiv(nanos, NANOS_PER_SECOND));
    System.arraycopy(secondText, 0, target, at, secondText.length);
    int digitsAt = at + secondText.length;
    int rest = (int) Math.floorMod(nanos, NANOS_PER_SECOND);
    for (int i = NANO_DIGITS - 1; i >= 0; i--) {
      target[digitsAt + i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    byte[] end = SEVERITIES[severity.number() - 1];
    System.arraycopy(end, 0, target, digitsAt + NANO_DIGITS, end.length);
  }

  private void keepSecond(long wanted) {
    if (wanted != second) {
      LocalDateTime time = LocalDateTime.ofEpochSecond(wanted, 0, ZoneOffset.UTC);
      secondText = SECOND.format(time).getBytes(StandardCharsets.US_ASCII);
      second = wanted;
    }
  }

  /** The bytes of a line with a body of {@code bodyBytes}. */
  static int lineBytes(int bodyBytes) {
    return BYTES + bodyBytes + 1;
  }
}
