package io.logsink.bench.matrix;

/** What the cells of a matrix differ in. */
public enum Factor {
  /** How SQLite makes a commit atomic. */
  JOURNAL("journal mode", "wal"),
  /** When SQLite waits for the disk. */
  SYNCHRONOUS("synchronous", "normal"),
  /** Records of an append. */
  BATCH("batch", "1000"),
  /** Whether rows have indexes by time and source beside their own order. */
  INDEXES("indexes", "none"),
  /** Whether somebody reads meanwhile. */
  READERS("readers", "none"),
  /** What a row is. */
  FORM("a row is", "a record"),
  /** Whose the file is. */
  FILE("the file", "the log's own");

  private final String title;
  private final String reference;

  Factor(String title, String reference) {
    this.title = title;
    this.reference = reference;
  }

  /** What it is called in a report. */
  public String title() {
    return title;
  }

  /** The value that the others are compared with. */
  public String reference() {
    return reference;
  }
}
