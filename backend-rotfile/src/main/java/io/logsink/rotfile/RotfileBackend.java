package io.logsink.rotfile;

import io.logsink.api.BackendConfig;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkBackend;
import io.logsink.api.LogSinkException;
import io.logsink.storage.StoreSettings;
import io.logsink.storage.WindowStore;

/**
 * The backend {@code rotfile}: a text file per source and time window, which {@code grep} and
 * {@code tail -f} read, and an index over the words of sealed windows. The files are described in
 * {@code docs/formats/rotfile.md}. Takes {@link RotfileSettings}.
 */
public final class RotfileBackend implements LogSinkBackend {
  static final String NAME = "rotfile";

  /** For {@link java.util.ServiceLoader}. */
  public RotfileBackend() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public RotfileSettings defaultSettings() {
    return RotfileSettings.DEFAULT;
  }

  @Override
  public LogSink open(BackendConfig config) throws LogSinkException {
    RotfileSettings settings = config.settings(RotfileSettings.class);
    return WindowStore.open(
        new RotfileFormat(settings),
        new StoreSettings(settings.directory(), settings.window(), settings.retention()),
        config);
  }
}
