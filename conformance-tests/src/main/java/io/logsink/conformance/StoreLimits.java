package io.logsink.conformance;

import java.time.Duration;

/**
 * When a store under test rolls and what it keeps. A store without windows looks at the retention
 * only.
 *
 * @param windowMaxAge the longest time a window is appended to
 * @param windowMaxBytes the bytes at which a window is full
 * @param retentionMaxAge how old records may become
 * @param retentionMaxBytes how many bytes the store may take
 */
public record StoreLimits(
    Duration windowMaxAge, long windowMaxBytes, Duration retentionMaxAge, long retentionMaxBytes) {
  private static final long MIB = 1L << 20;

  /** So much that nothing rolls or goes. */
  public static final StoreLimits LARGE =
      new StoreLimits(Duration.ofDays(365), 1024 * MIB, Duration.ofDays(3650), 256 * MIB);

  /** Windows of an hour. */
  public static final StoreLimits HOURLY =
      new StoreLimits(Duration.ofHours(1), 1024 * MIB, Duration.ofDays(3650), 256 * MIB);

  /** Windows of an hour, kept for a day. */
  public static final StoreLimits ONE_DAY =
      new StoreLimits(Duration.ofHours(1), 1024 * MIB, Duration.ofDays(1), 256 * MIB);

  /** Windows of 1 MiB. */
  public static final StoreLimits SMALL_WINDOWS =
      new StoreLimits(Duration.ofDays(365), MIB, Duration.ofDays(3650), 256 * MIB);

  /** Windows of 1 MiB, 4 MiB of them. */
  public static final StoreLimits FOUR_MIB =
      new StoreLimits(Duration.ofDays(365), MIB, Duration.ofDays(3650), 4 * MIB);
}
