package io.logsink.bench.decide.layout;

/**
 * A limit that a layout breaks.
 *
 * @param kind which
 * @param amount how far: the more the worse, comparable within its kind
 * @param text the same in words
 */
public record Shortfall(Kind kind, double amount, String text) {
  /** Which limit. */
  public enum Kind {
    /** The peak is too near to what the stores hold. */
    HEADROOM,
    /** A store promises less than a source needs. */
    DURABILITY,
    /** The logs take too much of the disk. */
    DISK,
    /** What the logs take of the disk is not known, and is limited. */
    UNKNOWN_DISK,
    /** Pipelines and stores take too much memory. */
    MEMORY,
    /** A store in memory forgets too early. */
    KEEP
  }
}
