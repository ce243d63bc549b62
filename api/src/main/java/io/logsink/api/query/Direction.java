package io.logsink.api.query;

/** Which way a page goes through the append order. */
public enum Direction {
  /** Oldest first. */
  FORWARD,
  /** Newest first. */
  BACKWARD
}
