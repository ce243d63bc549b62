package io.logsink.baselines.index;

import io.logsink.api.InvalidSettingException;
import java.nio.file.Path;

/**
 * The settings of {@code lucene}; what is not here is as Lucene has it.
 *
 * @param directory the store's folder
 * @param bufferBytes how much is kept in memory before it becomes a segment, 1 MiB to 1 GiB
 */
public record LuceneSettings(Path directory, long bufferBytes) {
  /** The folder {@code logsink-data/lucene}, 16 MiB. */
  public static final LuceneSettings DEFAULT =
      new LuceneSettings(Path.of("logsink-data", "lucene"), 16L << 20);

  /** Checks the size. */
  public LuceneSettings {
    if (bufferBytes < 1 << 20 || bufferBytes > 1 << 30) {
      throw new InvalidSettingException("bufferBytes", bufferBytes, "1 MiB to 1 GiB");
    }
  }
}
