package io.logsink.api;

/**
 * What an append did. The records of the batch have the sequences {@code firstSequence} to {@code
 * lastSequence}, without a hole.
 *
 * @param firstSequence the first record's sequence, 1 or more
 * @param lastSequence the last record's
 * @param durability what they survive from now on
 */
public record AppendReceipt(long firstSequence, long lastSequence, Durability durability) {
  /** Checks that the sequences are in order. */
  public AppendReceipt {
    if (firstSequence < 1 || lastSequence < firstSequence) {
      throw new IllegalArgumentException(
          "not a run of sequences: %d to %d".formatted(firstSequence, lastSequence));
    }
  }

  /** How many records were stored. */
  public long recordCount() {
    return lastSequence - firstSequence + 1;
  }
}
