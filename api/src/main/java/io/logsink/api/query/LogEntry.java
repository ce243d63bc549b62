package io.logsink.api.query;

import io.logsink.api.record.LogRecord;

/**
 * A record with its place in the store.
 *
 * @param sequence the position the sink gave it at append, 1 or more
 * @param record the record as it was appended
 */
public record LogEntry(long sequence, LogRecord record) {
  /** The cursor just past this entry, in either direction. */
  public Cursor cursor() {
    return new Cursor(sequence);
  }
}
