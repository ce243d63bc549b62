package io.logsink.baselines.queue;

import io.logsink.api.InvalidSettingException;
import java.nio.file.Path;

/**
 * The settings of {@code chronicle}; what is not here is as Chronicle Queue has it.
 *
 * @param directory the store's folder
 * @param blockBytes how much of a file is mapped at a time, 8 MiB or more
 */
public record ChronicleSettings(Path directory, long blockBytes) {
  /** The folder {@code logsink-data/chronicle}, 64 MiB. */
  public static final ChronicleSettings DEFAULT =
      new ChronicleSettings(Path.of("logsink-data", "chronicle"), 64L << 20);

  /** Checks the size. */
  public ChronicleSettings {
    if (blockBytes < 8 << 20) {
      throw new InvalidSettingException("blockBytes", blockBytes, "8 MiB or more");
    }
  }
}
