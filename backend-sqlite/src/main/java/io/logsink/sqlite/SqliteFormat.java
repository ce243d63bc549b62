package io.logsink.sqlite;

import io.logsink.api.Capabilities;
import io.logsink.api.Feature;
import io.logsink.api.LogSinkException;
import io.logsink.api.Visibility;
import io.logsink.api.record.LogBody;
import io.logsink.storage.Faults;
import io.logsink.storage.Window;
import io.logsink.storage.WindowFormat;
import java.nio.file.Path;

/** Keeps a window in the database {@code log.db} of its folder. */
final class SqliteFormat implements WindowFormat {
  private static final String FILE = "log.db";

  private final SqliteSettings settings;

  SqliteFormat(SqliteSettings settings) {
    this.settings = settings;
  }

  @Override
  public String backend() {
    return SqliteBackend.NAME;
  }

  @Override
  public int version() {
    return Schema.VERSION;
  }

  @Override
  public Capabilities capabilities() {
    return Capabilities.least()
        .withDurability(settings.appendDurability(), settings.syncDurability())
        .withVisibility(Visibility.ON_APPEND)
        .withMaxRecordBytes(LogBody.MAX_BYTES)
        .with(Feature.values());
  }

  @Override
  public Window create(Path folder) throws LogSinkException {
    Database database = database(folder);
    return new SqliteWindow(database, database.create());
  }

  @Override
  public Window openForAppend(Path folder) throws LogSinkException {
    Database database = database(folder);
    return new SqliteWindow(database, database.openToWrite());
  }

  @Override
  public Window openForRead(Path folder) throws LogSinkException {
    return new SqliteWindow(database(folder), null);
  }

  private Database database(Path folder) {
    Path file = folder.resolve(FILE);
    return new Database(file, settings, new SqliteFaults(new Faults(backend(), file)));
  }
}
