package io.logsink.supervisor;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long to wait before the next restart. */
final class Backoff {
  private final RestartSettings settings;
  private int inRow;
  private Duration next;

  Backoff(RestartSettings settings) {
    this.settings = settings;
    this.next = settings.firstDelay();
  }

  /** The wait after a run of that length, or null when the service is given up. */
  @Nullable Duration after(Duration runTime) {
    if (runTime.compareTo(settings.healthyTime()) >= 0) {
      inRow = 0;
      next = settings.firstDelay();
    }
    if (settings.maxCount() > 0 && inRow == settings.maxCount()) {
      return null;
    }
    inRow++;
    Duration delay = next;
    next = shorter(next.multipliedBy(2), settings.maxDelay());
    return delay;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
