package io.logsink.baselines.keyvalue;

import io.logsink.api.BackendConfig;
import io.logsink.api.Capabilities;
import io.logsink.api.Durability;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkBackend;
import io.logsink.api.LogSinkException;
import io.logsink.baselines.entry.EntrySink;

/**
 * The baseline {@code mvstore}: a record under its sequence in a map of H2's storage engine.
 *
 * <p>An append is in memory until a thread of H2's writes it to the file, so it survives nothing; a
 * sync writes and flushes the file.
 */
public final class MvStoreBackend implements LogSinkBackend {
  private static final String NAME = "mvstore";
  private static final Capabilities CAPABILITIES =
      EntrySink.QUERYABLE.withDurability(Durability.VOLATILE, Durability.POWER_LOSS);

  /** For {@link java.util.ServiceLoader}. */
  public MvStoreBackend() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public MvStoreSettings defaultSettings() {
    return MvStoreSettings.DEFAULT;
  }

  @Override
  public LogSink open(BackendConfig config) throws LogSinkException {
    MvStoreSettings settings = config.settings(MvStoreSettings.class);
    return EntrySink.open(
        NAME, settings.directory(), config, CAPABILITIES, () -> new MvEntryStore(settings));
  }
}
