package io.logsink.bench;

/**
 * What came of reading a store and comparing each record with the one that was appended.
 *
 * @param appendedCount records that were appended
 * @param equalCount records that were read and are equal, byte for byte
 * @param overwrittenCount records that are gone and that the sink said were gone by retention
 */
public record ReadBack(long appendedCount, long equalCount, long overwrittenCount) {
  /** Nothing was read. */
  public static final ReadBack NOTHING = new ReadBack(0, 0, 0);
}
