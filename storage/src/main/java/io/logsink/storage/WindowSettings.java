package io.logsink.storage;

import io.logsink.api.InvalidSettingException;
import java.time.Duration;

/**
 * When a store rolls to a new window: what is reached first.
 *
 * @param maxAge the longest time from a window's creation to its last append, 1 s or more
 * @param maxBytes the bytes on disk at which a window is full, 1 MiB or more; one batch may go over
 *     it
 */
public record WindowSettings(Duration maxAge, long maxBytes) {
  /** Six hours, 128 MiB. */
  public static final WindowSettings DEFAULT = new WindowSettings(Duration.ofHours(6), 128L << 20);

  /** Checks both. */
  public WindowSettings {
    if (maxAge.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new InvalidSettingException("maxAge", maxAge, "1 s or more");
    }
    if (maxBytes < 1 << 20) {
      throw new InvalidSettingException("maxBytes", maxBytes, "1 MiB or more");
    }
  }
}
