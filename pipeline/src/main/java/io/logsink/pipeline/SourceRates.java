package io.logsink.pipeline;

/**
 * How fast the account of one source, or of all, grows.
 *
 * @param emitted what producers hand over
 * @param stored what the sink acknowledges
 * @param lost what is lost, for whatever reason
 */
public record SourceRates(TallyRate emitted, TallyRate stored, TallyRate lost) {
  /** Not at all. */
  public static final SourceRates ZERO =
      new SourceRates(TallyRate.ZERO, TallyRate.ZERO, TallyRate.ZERO);

  /** Both together. */
  public SourceRates plus(SourceRates other) {
    return new SourceRates(
        emitted.plus(other.emitted), stored.plus(other.stored), lost.plus(other.lost));
  }
}
