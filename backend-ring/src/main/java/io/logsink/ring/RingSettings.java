package io.logsink.ring;

import io.logsink.api.InvalidSettingException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The settings of the {@code ring} backend.
 *
 * @param directory the store's folder: snapshots, and who owns the ring
 * @param maxBytes the memory that records may take, 2 MiB to 1 TiB; the longest body is half of it
 * @param maxAge a record goes when its append is longer ago, 1 s or more
 * @param snapshotInterval the time between two snapshots, 1 s or more: what a process that is
 *     killed may lose
 */
public record RingSettings(
    Path directory, long maxBytes, Duration maxAge, Duration snapshotInterval) {
  private static final long LEAST_MAX_BYTES = 2L << 20;
  private static final long MOST_MAX_BYTES = 1L << 40;

  /** The folder {@code logsink-data/ring}; 64 MiB, seven days, a snapshot every 30 seconds. */
  public static final RingSettings DEFAULT =
      new RingSettings(
          Path.of("logsink-data", "ring"), 64L << 20, Duration.ofDays(7), Duration.ofSeconds(30));

  /** Checks the numbers. */
  public RingSettings {
    if (maxBytes < LEAST_MAX_BYTES || maxBytes > MOST_MAX_BYTES) {
      throw new InvalidSettingException("maxBytes", maxBytes, "2 MiB to 1 TiB");
    }
    requireOneSecond("maxAge", maxAge);
    requireOneSecond("snapshotInterval", snapshotInterval);
  }

  private static void requireOneSecond(String field, Duration value) {
    if (value.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new InvalidSettingException(field, value, "1 s or more");
    }
  }

  /** These in another folder. */
  public RingSettings withDirectory(Path other) {
    return new RingSettings(other, maxBytes, maxAge, snapshotInterval);
  }

  /** These with another bound. */
  public RingSettings withMaxBytes(long other) {
    return new RingSettings(directory, other, maxAge, snapshotInterval);
  }

  /** These with another age. */
  public RingSettings withMaxAge(Duration other) {
    return new RingSettings(directory, maxBytes, other, snapshotInterval);
  }

  /** These with another time between snapshots. */
  public RingSettings withSnapshotInterval(Duration other) {
    return new RingSettings(directory, maxBytes, maxAge, other);
  }
}
