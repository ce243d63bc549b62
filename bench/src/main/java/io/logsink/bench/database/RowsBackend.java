package io.logsink.bench.database;

import io.logsink.api.BackendConfig;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkBackend;
import io.logsink.api.LogSinkException;
import io.logsink.sqlite.SqliteBackend;
import io.logsink.storage.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The product's {@code sqlite}, with indexes and a second table put into its newest window's
 * database by another connection. That database is {@code log.db} in the last of the folders {@code
 * w-00000001}, {@code w-00000002} and so on; see {@code docs/formats/sqlite.md}. Not for users:
 * {@link java.util.ServiceLoader} does not find it.
 */
public final class RowsBackend implements LogSinkBackend {
  private static final String NAME = "sqlite-rows";
  private static final String WINDOWS = "w-*";
  private static final String DATABASE = "log.db";

  /** Without state. */
  public RowsBackend() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public DatabaseSettings defaultSettings() {
    return DatabaseSettings.usual(NAME);
  }

  @Override
  public LogSink open(BackendConfig config) throws LogSinkException {
    DatabaseSettings settings = config.settings(DatabaseSettings.class);
    LogSink product =
        new SqliteBackend()
            .open(new BackendConfig(settings.product(), config.access(), config.clock()));
    Faults faults = new Faults(NAME, settings.directory());
    try {
      return RowsSink.of(product, newestDatabase(settings.directory()), settings);
    } catch (SQLException | IOException e) {
      product.close();
      throw faults.unavailable("open", String.valueOf(e.getMessage()), e);
    }
  }

  static Path newestDatabase(Path directory) throws IOException {
    try (Stream<Path> windows = Files.list(directory)) {
      return windows
          .filter(path ->
              path.getFileSystem().getPathMatcher("glob:" + WINDOWS).matches(path.getFileName()))
          .max(Comparator.naturalOrder())
          .map(window -> window.resolve(DATABASE))
          .orElseThrow(() -> new IOException("no window in " + directory));
    }
  }
}
