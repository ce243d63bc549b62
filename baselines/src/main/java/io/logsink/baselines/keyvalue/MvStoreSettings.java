package io.logsink.baselines.keyvalue;

import io.logsink.api.InvalidSettingException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The settings of {@code mvstore}; what is not here is as H2 has it.
 *
 * @param directory the store's folder
 * @param commitEvery how often a thread of H2's writes what is new to the file, 1 ms or more
 * @param compressed whether it compresses pages
 */
public record MvStoreSettings(Path directory, Duration commitEvery, boolean compressed) {
  /** The folder {@code logsink-data/mvstore}, a second, not compressed. */
  public static final MvStoreSettings DEFAULT =
      new MvStoreSettings(Path.of("logsink-data", "mvstore"), Duration.ofSeconds(1), false);

  /** Checks the time. */
  public MvStoreSettings {
    if (commitEvery.toMillis() < 1) {
      throw new InvalidSettingException("commitEvery", commitEvery, "1 ms or more");
    }
  }
}
