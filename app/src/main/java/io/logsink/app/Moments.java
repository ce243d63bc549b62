package io.logsink.app;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads a point in time as people write it: {@code 2h} (ago), {@code now}, a date, a date and a
 * time. All in UTC, as times are printed, unless an offset says otherwise.
 */
record Moments(InstantSource clock) implements ITypeConverter<Instant> {
  @Override
  public Instant convert(String text) {
    return Durations.parse(text)
        .map(clock.instant()::minus)
        .orElseGet(() -> text.equals("now") ? clock.instant() : parse(text));
  }

  private static Instant parse(String text) {
    try {
      return text.length() <= "2026-01-31".length()
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : dateAndTime(text.replace(' ', 'T'));
    } catch (DateTimeException e) {
      throw new TypeConversionException(
          "not a time: \"%s\"; use 10m (ago), 2h, 7d, now, 2026-01-31, 2026-01-31T12:30 or 2026-01-31T12:30:00Z"
              .formatted(text));
    }
  }

  private static Instant dateAndTime(String text) {
    TemporalAccessor time =
        DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
    return time instanceof OffsetDateTime offset
        ? offset.toInstant()
        : LocalDateTime.from(time).toInstant(ZoneOffset.UTC);
  }
}
