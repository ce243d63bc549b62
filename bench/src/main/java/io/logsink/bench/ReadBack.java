package io.logsink.bench;

/**
 * What came of reading a store and comparing each record with the one that was appended.
 *
 * @param appendedCount records that were appended
 * @param equalCount records that were read and are equal, byte for byte
 * @param overwrittenCount records that are gone and that the sink said were gone by retention
 * @param countedCount records that are there as lines, which were counted and not read
 */
public record ReadBack(
    long appendedCount, long equalCount, long overwrittenCount, long countedCount) {
  /** Nothing was read. */
  public static final ReadBack NOTHING = new ReadBack(0, 0, 0);

  /** Of a store that was read. */
  public ReadBack(long appendedCount, long equalCount, long overwrittenCount) {
    this(appendedCount, equalCount, overwrittenCount, 0);
  }

  /** Of one whose {@code count} records could only be counted. */
  static ReadBack counted(long count) {
    return new ReadBack(count, 0, 0, count);
  }
}
