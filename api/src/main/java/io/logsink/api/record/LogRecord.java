package io.logsink.api.record;

import java.time.Instant;

/**
 * What a producer makes, after the OpenTelemetry log data model. An immutable value: two records
 * are equal when all their fields are.
 *
 * @param timestampNanos when it happened, in nanoseconds since 1970 (see {@link EpochNanos})
 * @param observedTimestampNanos when the pipeline first saw it, same unit; equal to the timestamp
 *     when nobody knows better
 * @param severity how severe
 * @param source who produced it
 * @param body what it says, up to {@link LogBody#MAX_BYTES}
 * @param attributes typed details; trace ids stand here under their standard names
 */
public record LogRecord(
    long timestampNanos,
    long observedTimestampNanos,
    Severity severity,
    Source source,
    LogBody body,
    Attributes attributes) {

  /** A record seen when it happened, of severity {@link Severity#INFO}, without attributes. */
  public static LogRecord of(Instant timestamp, Source source, LogBody body) {
    long nanos = EpochNanos.of(timestamp);
    return new LogRecord(nanos, nanos, Severity.INFO, source, body, Attributes.EMPTY);
  }

  /** This record with another severity. */
  public LogRecord withSeverity(Severity other) {
    return new LogRecord(timestampNanos, observedTimestampNanos, other, source, body, attributes);
  }

  /** This record with other attributes. */
  public LogRecord withAttributes(Attributes other) {
    return new LogRecord(timestampNanos, observedTimestampNanos, severity, source, body, other);
  }

  /** When it happened. */
  public Instant timestamp() {
    return EpochNanos.toInstant(timestampNanos);
  }

  /** When the pipeline first saw it. */
  public Instant observedTimestamp() {
    return EpochNanos.toInstant(observedTimestampNanos);
  }
}
