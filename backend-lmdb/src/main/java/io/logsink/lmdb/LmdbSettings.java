package io.logsink.lmdb;

import io.logsink.api.Durability;
import io.logsink.api.InvalidSettingException;
import io.logsink.storage.RetentionSettings;
import io.logsink.storage.WindowSettings;
import java.nio.file.Path;

/**
 * The settings of the {@code lmdb} backend.
 *
 * @param directory the store's folder
 * @param window when to roll to a new window
 * @param retention when to drop old ones
 * @param blockRecordCount the most records of a block, 1 to 100,000: more compress better, fewer
 *     are read faster
 * @param zstdLevel how hard blocks are compressed, 1 (fast) to 22 (small)
 * @param flush when the disk is told to write
 */
public record LmdbSettings(
    Path directory,
    WindowSettings window,
    RetentionSettings retention,
    int blockRecordCount,
    int zstdLevel,
    Flush flush) {

  /** When the disk is told to write what was appended. */
  public enum Flush {
    /** In every append, twice: what was appended survives a power loss. */
    APPEND(Durability.POWER_LOSS, Durability.POWER_LOSS),
    /**
     * In every append once, in sync again: what was synced survives a power loss; of what was
     * appended after it, the last batch may be gone.
     */
    SYNC(Durability.PROCESS_CRASH, Durability.POWER_LOSS),
    /**
     * When the operating system likes: by far the fastest. A power loss may take the whole window
     * that was being written, synced or not; sealed windows survive it.
     */
    NONE(Durability.PROCESS_CRASH, Durability.PROCESS_CRASH);

    private final Durability onAppend;
    private final Durability onSync;

    Flush(Durability onAppend, Durability onSync) {
      this.onAppend = onAppend;
      this.onSync = onSync;
    }

    Durability onAppend() {
      return onAppend;
    }

    Durability onSync() {
      return onSync;
    }
  }

  /** The folder {@code logsink-data/lmdb}; blocks of 512 records at level 1; flushed by sync. */
  public static final LmdbSettings DEFAULT =
      new LmdbSettings(
          Path.of("logsink-data", "lmdb"),
          WindowSettings.DEFAULT,
          RetentionSettings.DEFAULT,
          512,
          1,
          Flush.SYNC);

  /** The largest window: its address space is reserved in whole. */
  private static final long MAX_WINDOW_BYTES = 1L << 40;

  /** Checks the numbers. */
  public LmdbSettings {
    if (window.maxBytes() > MAX_WINDOW_BYTES) {
      throw new InvalidSettingException("window.maxBytes", window.maxBytes(), "1 TiB or less");
    }
    if (blockRecordCount < 1 || blockRecordCount > 100_000) {
      throw new InvalidSettingException("blockRecordCount", blockRecordCount, "1 to 100000");
    }
    if (zstdLevel < 1 || zstdLevel > 22) {
      throw new InvalidSettingException("zstdLevel", zstdLevel, "1 to 22");
    }
  }

  /** These in another folder. */
  public LmdbSettings withDirectory(Path other) {
    return new LmdbSettings(other, window, retention, blockRecordCount, zstdLevel, flush);
  }

  /** These with other windows. */
  public LmdbSettings withWindow(WindowSettings other) {
    return new LmdbSettings(directory, other, retention, blockRecordCount, zstdLevel, flush);
  }

  /** These with another retention. */
  public LmdbSettings withRetention(RetentionSettings other) {
    return new LmdbSettings(directory, window, other, blockRecordCount, zstdLevel, flush);
  }

  /** These with blocks of another size. */
  public LmdbSettings withBlockRecordCount(int other) {
    return new LmdbSettings(directory, window, retention, other, zstdLevel, flush);
  }

  /** These with another compression. */
  public LmdbSettings withZstdLevel(int other) {
    return new LmdbSettings(directory, window, retention, blockRecordCount, other, flush);
  }

  /** These flushed at another time. */
  public LmdbSettings withFlush(Flush other) {
    return new LmdbSettings(directory, window, retention, blockRecordCount, zstdLevel, other);
  }
}
