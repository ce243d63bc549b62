package io.logsink.pipeline;

/** How fast one tally grows. Guarded by the flow's lock. */
final class Meter {
  private final double[] records = Meters.perWindow();
  private final double[] bodyBytes = Meters.perWindow();
  private Tally seen = Tally.ZERO;

  /** Takes what {@code now} has as old. */
  void start(Tally now) {
    seen = now;
  }

  /** Takes in what came since the last tick. */
  void tick(Tally now, Meters.Tick tick) {
    tick.mix(records, (double) (now.recordCount() - seen.recordCount()));
    tick.mix(bodyBytes, (double) (now.bodyBytes() - seen.bodyBytes()));
    seen = now;
  }

  TallyRate rate(double[] weights) {
    return new TallyRate(rate(records, weights), rate(bodyBytes, weights));
  }

  /** Before the first tick there is neither weight nor anything to weigh. */
  private static MovingRate rate(double[] sums, double[] weights) {
    return weights[0] == 0
        ? MovingRate.ZERO
        : new MovingRate(sums[0] / weights[0], sums[1] / weights[1], sums[2] / weights[2]);
  }
}
