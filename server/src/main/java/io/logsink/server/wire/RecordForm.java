package io.logsink.server.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import io.logsink.api.record.EpochNanos;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Severity;
import io.logsink.api.record.Source;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** A record, with every byte of it and the type of each attribute. */
public final class RecordForm {
  private static final String TIME = "time";
  private static final String OBSERVED_TIME = "observed_time";
  private static final int SEVERITY_COUNT = Severity.values().length;
  private static final List<String> MEMBERS =
      List.of(TIME, OBSERVED_TIME, "severity", "source", "body", "body_base64", "attributes");

  private RecordForm() {}

  /** Writes {@code record} as an object that {@link #readNew} understands. */
  public static void write(JsonGenerator out, LogRecord record) throws IOException {
    out.writeStartObject();
    out.writeStringField(OBSERVED_TIME, TimeForm.of(record.observedTimestampNanos()));
    writeMembers(out, record);
    out.writeEndObject();
  }

  /** Writes the members of an entry, without the time observed when that is the time. */
  static void writeEntry(JsonGenerator out, LogRecord record) throws IOException {
    if (record.observedTimestampNanos() != record.timestampNanos()) {
      out.writeStringField(OBSERVED_TIME, TimeForm.of(record.observedTimestampNanos()));
    }
    writeMembers(out, record);
  }

  private static void writeMembers(JsonGenerator out, LogRecord record) throws IOException {
    out.writeStringField(TIME, TimeForm.of(record.timestampNanos()));
    out.writeStringField("severity", record.severity().name());
    out.writeStringField("source", record.source().name());
    BodyForm.write(out, "body", record.body());
    if (!record.attributes().isEmpty()) {
      out.writeFieldName("attributes");
      AttributeForm.writeAll(out, record.attributes().asMap());
    }
  }

  /**
   * A record that a client made.
   *
   * @param now when it was seen, and happened where it does not say so
   * @param defaultSource its source where it does not say one
   */
  public static LogRecord readNew(Field field, Instant now, Source defaultSource) {
    field.requireMembers(MEMBERS);
    long nowNanos = EpochNanos.of(now);
    return read(field, nowNanos, nowNanos, defaultSource);
  }

  /** The record of an entry. */
  static LogRecord readEntry(Field field) {
    long time = TimeForm.nanos(field.member(TIME));
    return read(field, time, time, Source.of("-"));
  }

  private static LogRecord read(Field field, long time, long observed, Source defaultSource) {
    return new LogRecord(
        time(field.member(TIME), time),
        time(field.member(OBSERVED_TIME), observed),
        severity(field.member("severity")),
        source(field.member("source"), defaultSource),
        BodyForm.read(field, "body"),
        AttributeForm.readAll(field.member("attributes")));
  }

  private static long time(Field field, long otherwise) {
    return field.isGiven() ? TimeForm.nanos(field) : otherwise;
  }

  private static Source source(Field field, Source otherwise) {
    return field.isGiven() ? field.made(Source::of, "the name of a source") : otherwise;
  }

  /** A severity, {@code INFO} when none is given. */
  static Severity severity(Field field) {
    if (!field.isGiven()) {
      return Severity.INFO;
    }
    if (field.node().isInt()) {
      return Severity.ofNumber((int) field.wholeNumber(1, SEVERITY_COUNT));
    }
    return field.made(
        text -> Severity.valueOf(text.toUpperCase(Locale.ROOT)),
        "TRACE, DEBUG, INFO, WARN, ERROR, FATAL, one of these with 2, 3 or 4 after it, or a number,"
            + " 1 to 24");
  }
}
