package io.logsink.api.record;

import java.time.Duration;
import java.time.Instant;

/** Time as a count of nanoseconds since 1970-01-01T00:00:00Z in a long: the years 1677 to 2262. */
public final class EpochNanos {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private EpochNanos() {}

  /**
   * The count for {@code instant}.
   *
   * @throws IllegalArgumentException when the instant is outside 1677-09-21 to 2262-04-11
   */
  public static long of(Instant instant) {
    try {
      return toNanos(instant);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "a timestamp lies between 1677-09-21 and 2262-04-11, not at " + instant, e);
    }
  }

  /**
   * Counts down from the next second when negative, so that the very first instants do not overflow
   * half-way.
   */
  private static long toNanos(Instant instant) {
    long seconds = instant.getEpochSecond();
    return seconds < 0
        ? Math.addExact(
            Math.multiplyExact(seconds + 1, NANOS_PER_SECOND), instant.getNano() - NANOS_PER_SECOND)
        : Math.addExact(Math.multiplyExact(seconds, NANOS_PER_SECOND), instant.getNano());
  }

  /** The instant for a count. */
  public static Instant toInstant(long nanos) {
    return Instant.ofEpochSecond(
        Math.floorDiv(nanos, NANOS_PER_SECOND), Math.floorMod(nanos, NANOS_PER_SECOND));
  }

  /** The count {@code amount} before {@code nanos}, or the earliest there is. */
  public static long minus(long nanos, Duration amount) {
    try {
      return Math.subtractExact(nanos, amount.toNanos());
    } catch (ArithmeticException e) {
      return Long.MIN_VALUE;
    }
  }
}
