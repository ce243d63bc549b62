package io.logsink.baselines.keyvalue;

import io.logsink.api.BackendConfig;
import io.logsink.api.Capabilities;
import io.logsink.api.Durability;
import io.logsink.api.Feature;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkBackend;
import io.logsink.api.LogSinkException;
import io.logsink.baselines.entry.EntrySink;

/**
 * The baseline {@code rocksdb}: a record under its sequence, a batch in one {@code WriteBatch}.
 *
 * <p>Without {@code sync-on-append} the log of writes is with the operating system when a batch
 * returns, which survives the process, and on disk after a sync.
 */
public final class RocksBackend implements LogSinkBackend {
  private static final String NAME = "rocksdb";

  /** For {@link java.util.ServiceLoader}. */
  public RocksBackend() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public RocksSettings defaultSettings() {
    return RocksSettings.DEFAULT;
  }

  @Override
  public LogSink open(BackendConfig config) throws LogSinkException {
    RocksSettings settings = config.settings(RocksSettings.class);
    Durability onAppend =
        settings.syncOnAppend() ? Durability.POWER_LOSS : Durability.PROCESS_CRASH;
    Capabilities capabilities =
        EntrySink.QUERYABLE
            .withDurability(onAppend, Durability.POWER_LOSS)
            .with(Feature.ATOMIC_BATCH, Feature.SINGLE_OWNER);
    return EntrySink.open(
        NAME, settings.directory(), config, capabilities, () -> RocksStore.open(settings));
  }
}
