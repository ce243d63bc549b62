package io.logsink.bench.capacity;

import io.logsink.bench.BenchProgress;
import java.time.Duration;

/**
 * One store's share of a run's progress.
 *
 * @param progress who is told
 * @param index which share it is
 * @param count how many there are
 * @param spentNanos what those before took
 */
record Share(BenchProgress progress, int index, int count, long spentNanos) {
  /** Says what is being done; until a first share is over nobody knows how long it takes. */
  void say(String what) {
    long left = index == 0 ? 0 : spentNanos / index * (count - index);
    progress.at(what, (double) index / count, Duration.ofNanos(left));
  }
}
