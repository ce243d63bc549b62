package io.logsink.bench;

import java.time.Duration;

/** Is told how far a run is. */
@FunctionalInterface
public interface BenchProgress {
  /**
   * Something begins.
   *
   * @param what what is being done, in a few words
   * @param done the share of the time that is behind, 0 to 1
   * @param left about how long the rest takes
   */
  void at(String what, double done, Duration left);
}
