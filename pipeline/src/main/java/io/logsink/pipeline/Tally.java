package io.logsink.pipeline;

/**
 * A count of records.
 *
 * @param recordCount how many
 * @param bodyBytes the bytes of their bodies
 */
public record Tally(long recordCount, long bodyBytes) {
  /** None. */
  public static final Tally ZERO = new Tally(0, 0);

  /** Both together. */
  public Tally plus(Tally other) {
    return new Tally(recordCount + other.recordCount, bodyBytes + other.bodyBytes);
  }

  /** What of this is beyond {@code other}, in records and in bytes, each at least zero. */
  Tally beyond(Tally other) {
    return new Tally(
        Math.max(0, recordCount - other.recordCount), Math.max(0, bodyBytes - other.bodyBytes));
  }
}
