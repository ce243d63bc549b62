package io.logsink.bench.stock;

import io.logsink.api.record.Attributes;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Severity;
import io.logsink.api.record.Source;

/**
 * What a record says, without who says it and when.
 *
 * @param severity how severe it is
 * @param body what it says
 * @param attributes its details
 */
public record StockLine(Severity severity, LogBody body, Attributes attributes) {
  static StockLine of(Severity severity, String text) {
    return new StockLine(severity, LogBody.of(text), Attributes.EMPTY);
  }

  static StockLine info(String text) {
    return of(Severity.INFO, text);
  }

  /** The record that says so at a time. */
  public LogRecord record(long timestampNanos, Source source) {
    return new LogRecord(timestampNanos, timestampNanos, severity, source, body, attributes);
  }
}
