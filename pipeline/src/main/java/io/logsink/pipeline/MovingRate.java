package io.logsink.pipeline;

/**
 * How many a second, as exponentially weighted means: what happened counts the less the longer it
 * is ago, by a factor of <i>e</i> for each one, five or fifteen minutes. These are the means of the
 * Unix load average, also in that they are taken anew each five seconds (Linux: {@code
 * kernel/sched/loadavg.c}), with one difference: they do not start at zero and climb. While a
 * pipeline is younger than a window, its mean is over the pipeline's life.
 *
 * @param oneMinute the mean that forgets in one minute
 * @param fiveMinutes the mean that forgets in five
 * @param fifteenMinutes the mean that forgets in fifteen
 */
public record MovingRate(double oneMinute, double fiveMinutes, double fifteenMinutes) {
  /** None. */
  public static final MovingRate ZERO = new MovingRate(0, 0, 0);

  /** Both together. */
  public MovingRate plus(MovingRate other) {
    return new MovingRate(
        oneMinute + other.oneMinute,
        fiveMinutes + other.fiveMinutes,
        fifteenMinutes + other.fifteenMinutes);
  }
}
