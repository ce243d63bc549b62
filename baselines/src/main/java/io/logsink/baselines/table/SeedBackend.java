package io.logsink.baselines.table;

import io.logsink.api.BackendConfig;
import io.logsink.api.Capabilities;
import io.logsink.api.Durability;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkBackend;
import io.logsink.api.LogSinkException;
import io.logsink.baselines.entry.EntrySink;

/**
 * The baseline {@code sqlite-seed}: SQLite as one meets it first. Each record is an {@code INSERT}
 * with a commit of its own, into a table with an index on time and one on source, with the default
 * journal.
 *
 * <p>With that journal and {@code synchronous=FULL} a commit survives the process. It is only final
 * once the journal's deletion is on disk, which SQLite does not wait for and a sync does.
 */
public final class SeedBackend implements LogSinkBackend {
  private static final String NAME = "sqlite-seed";
  private static final Capabilities CAPABILITIES =
      EntrySink.QUERYABLE.withDurability(Durability.PROCESS_CRASH, Durability.POWER_LOSS);

  /** For {@link java.util.ServiceLoader}. */
  public SeedBackend() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public SeedSettings defaultSettings() {
    return SeedSettings.DEFAULT;
  }

  @Override
  public LogSink open(BackendConfig config) throws LogSinkException {
    SeedSettings settings = config.settings(SeedSettings.class);
    return EntrySink.open(
        NAME, settings.directory(), config, CAPABILITIES, () -> SeedStore.open(settings));
  }
}
