package io.logsink.baselines.keyvalue;

import io.logsink.api.InvalidSettingException;
import java.nio.file.Path;

/**
 * The settings of {@code rocksdb}; what is not here is as RocksDB has it.
 *
 * @param directory the store's folder
 * @param syncOnAppend whether each append waits until its log is on disk
 * @param writeBufferBytes how much is kept in memory before it becomes a file, 1 MiB or more
 */
public record RocksSettings(Path directory, boolean syncOnAppend, long writeBufferBytes) {
  /** The folder {@code logsink-data/rocksdb}, no waiting, 64 MiB. */
  public static final RocksSettings DEFAULT =
      new RocksSettings(Path.of("logsink-data", "rocksdb"), false, 64L << 20);

  /** Checks the size. */
  public RocksSettings {
    if (writeBufferBytes < 1 << 20) {
      throw new InvalidSettingException("writeBufferBytes", writeBufferBytes, "1 MiB or more");
    }
  }
}
