package io.logsink.bench.lines;

import io.logsink.api.record.LogRecord;
import java.util.List;

/**
 * The lines that every contender is given, as records in the order of appending.
 *
 * @param description where they come from, for people
 * @param records one record a line, at least one
 * @param cutCount how often a line was cut because it is longer than a record may be
 * @param whole whether these are all lines that there were
 */
public record Workload(String description, List<LogRecord> records, long cutCount, boolean whole) {
  /** Copies the list. */
  public Workload {
    records = List.copyOf(records);
    if (records.isEmpty()) {
      throw new IllegalArgumentException("no lines in " + description);
    }
  }

  /** The bytes of all bodies together. */
  public long bodyBytes() {
    return bodyBytes(records);
  }

  /** The bytes of the bodies of {@code records} together. */
  public static long bodyBytes(List<LogRecord> records) {
    return records.stream().mapToLong(record -> record.body().length()).sum();
  }

  /** How many different sources the records have. */
  public long sourceCount() {
    return records.stream().map(LogRecord::source).distinct().count();
  }

  /** The bytes of the longest body. */
  public int longestBytes() {
    return records.stream().mapToInt(record -> record.body().length()).max().orElse(0);
  }
}
