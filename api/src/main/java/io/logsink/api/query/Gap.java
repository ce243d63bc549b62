package io.logsink.api.query;

/**
 * A stretch of sequences from which records are gone. It may hold sequences that were never given,
 * and records that the filter would not have matched; no record outside it is missing.
 *
 * @param firstSequence the first sequence of the stretch
 * @param lastSequence the last
 * @param cause why they are gone
 * @param detail what a person should know, such as the damaged file; empty when there is nothing to
 *     add
 */
public record Gap(long firstSequence, long lastSequence, Cause cause, String detail) {
  /** Why records are gone. */
  public enum Cause {
    /** Retention removed them, by age or bytes, or newer ones overwrote them. */
    RETENTION,
    /** What is stored there is damaged and cannot be read. */
    DAMAGE
  }

  /** Checks that the stretch is in order. */
  public Gap {
    if (firstSequence < 1 || lastSequence < firstSequence) {
      throw new IllegalArgumentException(
          "not a stretch of sequences: %d to %d".formatted(firstSequence, lastSequence));
    }
  }
}
