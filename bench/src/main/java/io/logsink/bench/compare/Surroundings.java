package io.logsink.bench.compare;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What a comparison takes from the machine that it runs on, so that it can be tried without one.
 *
 * @param clock nanoseconds
 * @param settle clears away what a lap has left behind, so that it is not done in the next one's
 *     time
 * @param look how long to look at what else runs before anything begins
 */
record Surroundings(LongSupplier clock, Runnable settle, Duration look) {
  /** This machine. */
  static final Surroundings REAL =
      new Surroundings(System::nanoTime, System::gc, Duration.ofSeconds(1));
}
