package io.logsink.server.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.logsink.api.record.EpochNanos;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/**
 * A time: as RFC 3339 with nine digits of the second, because a number of nanoseconds is more than
 * JavaScript can count. Read as RFC 3339 with any offset, or as nanoseconds since 1970 in a number
 * or a text.
 */
final class TimeForm {
  private static final String ALLOWED =
      "a time such as 2026-01-31T12:00:00.5Z, or nanoseconds since 1970, between 1677-09-21 and"
          + " 2262-04-11";
  private static final int NANO_DIGITS = 9;
  private static final DateTimeFormatter FORMAT =
      new DateTimeFormatterBuilder().appendInstant(NANO_DIGITS).toFormatter();

  private TimeForm() {}

  static String of(long nanos) {
    return of(EpochNanos.toInstant(nanos));
  }

  static String of(Instant time) {
    return FORMAT.format(time);
  }

  static long nanos(Field field) {
    JsonNode node = field.node();
    if (node.isIntegralNumber() && node.canConvertToLong()) {
      return node.longValue();
    }
    if (!node.isTextual()) {
      throw field.mustBe(ALLOWED);
    }
    try {
      String text = node.textValue();
      return isCount(text) ? Long.parseLong(text) : EpochNanos.of(instant(text));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw field.mustBe(ALLOWED);
    }
  }

  private static boolean isCount(String text) {
    return !text.isEmpty() && text.chars().skip(1).allMatch(c -> '0' <= c && c <= '9');
  }

  static Instant instant(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }
}
