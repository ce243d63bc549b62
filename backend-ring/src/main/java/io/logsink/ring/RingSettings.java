package io.logsink.ring;

import io.logsink.api.InvalidSettingException;
import io.logsink.storage.RetentionSettings;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The settings of the {@code ring} backend.
 *
 * @param directory the store's folder: snapshots, and who owns the ring
 * @param retention what is kept: {@code maxBytes} is the memory that records may take, 2 MiB to 1
 *     TiB, and the longest body is half of it; a record goes when its append is longer ago than
 *     {@code maxAge}
 * @param snapshotInterval the time between two snapshots, 1 s or more: what a process that is
 *     killed may lose
 */
public record RingSettings(Path directory, RetentionSettings retention, Duration snapshotInterval) {
  private static final long MOST_MAX_BYTES = 1L << 40;

  /** The folder {@code logsink-data/ring}; 64 MiB, seven days, a snapshot every 30 seconds. */
  public static final RingSettings DEFAULT =
      new RingSettings(
          Path.of("logsink-data", "ring"),
          new RetentionSettings(Duration.ofDays(7), 64L << 20),
          Duration.ofSeconds(30));

  /** Checks the numbers. */
  public RingSettings {
    if (retention.maxBytes() > MOST_MAX_BYTES) {
      throw new InvalidSettingException(
          "retention.maxBytes", retention.maxBytes(), "2 MiB to 1 TiB");
    }
    if (snapshotInterval.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new InvalidSettingException("snapshotInterval", snapshotInterval, "1 s or more");
    }
  }

  /** These in another folder. */
  public RingSettings withDirectory(Path other) {
    return new RingSettings(other, retention, snapshotInterval);
  }

  /** These with other retention. */
  public RingSettings withRetention(RetentionSettings other) {
    return new RingSettings(directory, other, snapshotInterval);
  }

  /** These with another time between snapshots. */
  public RingSettings withSnapshotInterval(Duration other) {
    return new RingSettings(directory, retention, other);
  }
}
