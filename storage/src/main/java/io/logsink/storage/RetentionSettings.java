package io.logsink.storage;

import io.logsink.api.InvalidSettingException;
import java.time.Duration;

/**
 * When a store drops windows: as soon as one of the two is exceeded. Whole windows go, oldest
 * first, never the newest.
 *
 * @param maxAge a window goes when its last append is longer ago, 1 s or more
 * @param maxBytes the oldest windows go while the store takes more bytes on disk, 2 MiB or more
 */
public record RetentionSettings(Duration maxAge, long maxBytes) {
  /** Seven days, 2 GiB. */
  public static final RetentionSettings DEFAULT =
      new RetentionSettings(Duration.ofDays(7), 2L << 30);

  /** Checks both. */
  public RetentionSettings {
    if (maxAge.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new InvalidSettingException("maxAge", maxAge, "1 s or more");
    }
    if (maxBytes < 2 << 20) {
      throw new InvalidSettingException("maxBytes", maxBytes, "2 MiB or more");
    }
  }
}
