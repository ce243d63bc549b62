package io.logsink.bench.load;

/**
 * Records of a steady cadence that wait in a queue for a server that takes each in the same time.
 *
 * @param droppedCount how many found the queue full
 * @param p99Nanos 99 of 100 of the others were through within that time
 * @param growthNanos how much longer that took in the last quarter than in the first, by the
 *     medians
 */
public record VirtualLoad(long droppedCount, long p99Nanos, long growthNanos) {
  private static final double NANOS = 1e9;

  /** A load of some seconds. */
  public static VirtualLoad run(double rate, double perSecond, int queueCount, int seconds) {
    Cadence cadence = new Cadence.Steady(rate);
    long endNanos = (long) (seconds * NANOS);
    double serviceNanos = NANOS / perSecond;
    Stopwatch all = new Stopwatch();
    Stopwatch early = new Stopwatch();
    Stopwatch late = new Stopwatch();
    double freeNanos = 0;
    long droppedCount = 0;
    long count = cadence.countBefore(endNanos);
    for (long number = 0; number < count; number++) {
      long due = cadence.dueNanos(number);
      if (freeNanos > due + queueCount * serviceNanos) {
        droppedCount++;
        continue;
      }
      freeNanos = Math.max(freeNanos, (double) due) + serviceNanos;
      long took = (long) freeNanos - due;
      all.add(took);
      if (due < endNanos / 4) {
        early.add(took);
      } else if (due >= endNanos - endNanos / 4) {
        late.add(took);
      }
    }
    return new VirtualLoad(
        droppedCount,
        all.latency().p99Nanos(),
        late.latency().p50Nanos() - early.latency().p50Nanos());
  }
}
