package io.logsink.bench.capacity;

import io.logsink.bench.load.VirtualLoad;

/**
 * A store on a clock of its own, so that a search over many minutes takes no time and always goes
 * the same way: it takes exactly so many records a second, one after the other, behind a queue.
 *
 * @param perSecond how many it takes
 * @param queueCount how many can wait
 * @param limits what a trial is judged by
 */
record SimulatedStore(double perSecond, int queueCount, CapacityLimits limits)
    implements RateTrial {
  private static final int SECONDS = 10;

  @Override
  public Trial at(double rate) {
    VirtualLoad load = VirtualLoad.run(rate, perSecond, queueCount, SECONDS);
    Loads result =
        Loads.GOOD
            .withSending(Loads.RATE, 0)
            .withVisible(load.p99Nanos() / 1_000_000, load.growthNanos() / 1_000_000)
            .withDropped(load.droppedCount());
    Trial trial = new Judge(limits).judge(result.result());
    return new Trial(
        rate,
        trial.verdict(),
        rate,
        trial.visibleP99Nanos(),
        trial.droppedCount(),
        trial.growthNanos(),
        trial.reason());
  }
}
