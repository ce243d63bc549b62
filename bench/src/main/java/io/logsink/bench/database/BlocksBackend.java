package io.logsink.bench.database;

import io.logsink.api.BackendConfig;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkBackend;
import io.logsink.api.LogSinkException;
import io.logsink.storage.Faults;
import io.logsink.storage.Folders;
import java.sql.SQLException;

/**
 * What SQLite costs when a row is not a record but a block of them: the {@code storage} module's
 * blocks of up to {@value #BLOCK_COUNT} records, zstd level {@value #ZSTD_LEVEL}, in a bare table.
 * No block has records of two batches. Page size and checkpoints are as in the product, and block
 * summaries are in memory as there; windows, locks and row checksums are not there. Not for users:
 * {@link java.util.ServiceLoader} does not find it.
 */
public final class BlocksBackend implements LogSinkBackend {
  /** The most records of a block. */
  public static final int BLOCK_COUNT = 1_000;

  static final int ZSTD_LEVEL = 1;
  private static final String NAME = "sqlite-blocks";

  /** Without state. */
  public BlocksBackend() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public DatabaseSettings defaultSettings() {
    return DatabaseSettings.usual(NAME);
  }

  /** Opens a store that is not there yet. */
  @Override
  public LogSink open(BackendConfig config) throws LogSinkException {
    DatabaseSettings settings = config.settings(DatabaseSettings.class);
    if (settings.indexed() || settings.jobUpdatesPerSecond() > 0) {
      throw new IllegalArgumentException("blocks have no indexes and no second table");
    }
    Faults faults = new Faults(NAME, settings.directory());
    Folders.make(faults, settings.directory());
    try {
      return new BlocksSink(BlockFile.create(settings), settings, faults);
    } catch (SQLException e) {
      throw faults.unavailable("open", String.valueOf(e.getMessage()), e);
    }
  }
}
