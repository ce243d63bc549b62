package io.logsink.bench.stretch;

import java.time.Duration;

/**
 * When a stretch ends: what is reached first.
 *
 * @param time how long it goes on
 * @param maxBytes how many bytes of bodies it appends, so that a sink that only counts does not
 *     fill the disk of one that writes
 */
public record StretchLimits(Duration time, long maxBytes) {
  /** Checks both. */
  public StretchLimits {
    if (!time.isPositive() || maxBytes < 1) {
      throw new IllegalArgumentException(
          "a stretch needs time and bytes above 0, not %s and %d".formatted(time, maxBytes));
    }
  }

  /** These with another time. */
  public StretchLimits withTime(Duration other) {
    return new StretchLimits(other, maxBytes);
  }
}
