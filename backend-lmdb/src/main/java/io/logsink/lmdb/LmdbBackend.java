package io.logsink.lmdb;

import io.logsink.api.BackendConfig;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkBackend;
import io.logsink.api.LogSinkException;
import io.logsink.storage.StoreSettings;
import io.logsink.storage.WindowStore;

/**
 * Keeps records in LMDB: one environment per time window, records in compressed blocks. The files
 * are described in {@code docs/formats/lmdb.md}. Takes {@link LmdbSettings}.
 */
public final class LmdbBackend implements LogSinkBackend {
  static final String NAME = "lmdb";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public LmdbSettings defaultSettings() {
    return LmdbSettings.DEFAULT;
  }

  @Override
  public LogSink open(BackendConfig config) throws LogSinkException {
    LmdbSettings settings = config.settings(LmdbSettings.class);
    StoreSettings store =
        new StoreSettings(settings.directory(), settings.window(), settings.retention());
    return WindowStore.open(new LmdbFormat(settings), store, config);
  }
}
