package io.logsink.sqlite;

import io.logsink.api.BackendConfig;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkBackend;
import io.logsink.api.LogSinkException;
import io.logsink.storage.StoreSettings;
import io.logsink.storage.WindowStore;

/**
 * The backend {@code sqlite}: one SQLite database file per time window, a row a record, for people
 * who open it with their own SQL. See {@code docs/formats/sqlite.md}.
 */
public final class SqliteBackend implements LogSinkBackend {
  static final String NAME = "sqlite";

  /** For {@link java.util.ServiceLoader}. */
  public SqliteBackend() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public SqliteSettings defaultSettings() {
    return SqliteSettings.DEFAULT;
  }

  @Override
  public LogSink open(BackendConfig config) throws LogSinkException {
    SqliteSettings settings = config.settings(SqliteSettings.class);
    return WindowStore.open(
        new SqliteFormat(settings),
        new StoreSettings(settings.directory(), settings.window(), settings.retention()),
        config);
  }
}
