package io.logsink.bench.compare;

import io.logsink.bench.host.HostLimits;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What a comparison takes from the machine that it runs on, so that it can be tried without one.
 *
 * @param clock nanoseconds
 * @param settle clears away what a lap has left behind, so that it is not done in the next one's
 *     time
 * @param look how long to look at what else runs before anything begins
 * @param limits how much else may run then
 * @param refusing whether nothing is measured when it is more; else the verdict says so
 */
record Surroundings(
    LongSupplier clock, Runnable settle, Duration look, HostLimits limits, boolean refusing) {
  /** This machine. */
  static final Surroundings REAL =
      new Surroundings(
          System::nanoTime, System::gc, Duration.ofSeconds(1), HostLimits.BEFORE, true);

  /**
   * These for a comparison that follows another: the load average is that one's doing, and what
   * comes between is no reason to throw away what is measured already.
   */
  Surroundings again() {
    return new Surroundings(clock, settle, look, limits.withoutLoadAverage(), false);
  }
}
