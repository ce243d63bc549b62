package io.logsink.bench;

/** What is measured of each contender, in each round unless it says so. */
public enum Metric {
  /** Records appended, by the time of all appends, the upkeep between them and one sync. */
  APPEND_RECORDS("appendRecordsPerSecond", Unit.PER_SECOND),
  /** Bytes of bodies appended, by the same time. */
  APPEND_BYTES("appendBytesPerSecond", Unit.BYTES_PER_SECOND),
  /** The time of an append of one batch that half of them keep to. */
  APPEND_P50("appendP50Nanos", Unit.NANOS),
  /** The time of an append of one batch that 99 of 100 keep to. */
  APPEND_P99("appendP99Nanos", Unit.NANOS),
  /** The time of the sync after the last append. */
  SYNC("syncNanos", Unit.NANOS),
  /** The time of the upkeep that was left to do after it. */
  UPKEEP("upkeepNanos", Unit.NANOS),
  /** The time to the newest 200 records of the source with the most. */
  NEWEST_BUSY("newestOfBusySourceNanos", Unit.NANOS),
  /** The time to the newest 200 records, or all there are, of the source with the fewest. */
  NEWEST_QUIET("newestOfQuietSourceNanos", Unit.NANOS),
  /** The time to all records that have a rare word. */
  WORD_RARE("rareWordNanos", Unit.NANOS),
  /** The time to the newest 200 records that have the commonest word. */
  WORD_COMMON("commonWordNanos", Unit.NANOS),
  /**
   * Bytes of all files after closing, the newest window not sealed, by bytes of bodies appended.
   */
  DISK("diskBytesPerByte", Unit.RATIO),
  /** The time to seal the newest window; measured once, with all the lines. */
  SEAL("sealNanos", Unit.NANOS),
  /** Bytes of all files after that and closing, by bytes of bodies appended; measured once. */
  SEALED("sealedDiskBytesPerByte", Unit.RATIO);

  /** What a figure counts. */
  public enum Unit {
    /** Things a second. */
    PER_SECOND(true),
    /** Bytes a second. */
    BYTES_PER_SECOND(true),
    /** Nanoseconds. */
    NANOS(false),
    /** Neither. */
    RATIO(false);

    private final boolean moreIsBetter;

    Unit(boolean moreIsBetter) {
      this.moreIsBetter = moreIsBetter;
    }

    /** Whether the larger figure is the better one. */
    public boolean moreIsBetter() {
      return moreIsBetter;
    }
  }

  private final String field;
  private final Unit unit;

  Metric(String field, Unit unit) {
    this.field = field;
    this.unit = unit;
  }

  /** Its name in JSON. */
  public String field() {
    return field;
  }

  /** What it counts. */
  public Unit unit() {
    return unit;
  }
}
