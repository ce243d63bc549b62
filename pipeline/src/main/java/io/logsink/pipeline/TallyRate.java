package io.logsink.pipeline;

/**
 * How fast a {@link Tally} grows.
 *
 * @param records records a second
 * @param bodyBytes bytes of their bodies a second
 */
public record TallyRate(MovingRate records, MovingRate bodyBytes) {
  /** Not at all. */
  public static final TallyRate ZERO = new TallyRate(MovingRate.ZERO, MovingRate.ZERO);

  /** Both together. */
  public TallyRate plus(TallyRate other) {
    return new TallyRate(records.plus(other.records), bodyBytes.plus(other.bodyBytes));
  }
}
