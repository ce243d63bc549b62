package io.logsink.pipeline;

/** What a source gives up when the pipeline is full and this source takes most of it. */
public enum Overflow {
  /** The record that comes, so that what led up to the flood is kept. */
  DROP_NEWEST,
  /** Its oldest records, so that the last lines before an end are kept. */
  DROP_OLDEST,
  /**
   * Nothing for a time: {@code emit} waits for room, and only then drops the record that comes. A
   * source that does not take most waits only for one that waits too.
   */
  BLOCK
}
