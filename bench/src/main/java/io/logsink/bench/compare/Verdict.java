package io.logsink.bench.compare;

/** What a comparison of two arms says. */
public enum Verdict {
  /** The second takes longer, by more than noise. */
  SECOND_SLOWER,
  /** The first takes longer, by more than noise. */
  FIRST_SLOWER,
  /** Whatever lies between them is noise, or less than the difference that was asked about. */
  WITHIN_NOISE,
  /** There may be such a difference or none: this run does not show it. */
  CANNOT_TELL
}
