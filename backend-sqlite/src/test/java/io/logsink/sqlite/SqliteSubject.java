package io.logsink.sqlite;

import io.logsink.api.Capabilities;
import io.logsink.api.Durability;
import io.logsink.api.Feature;
import io.logsink.api.LogSinkBackend;
import io.logsink.api.Visibility;
import io.logsink.api.record.LogBody;
import io.logsink.conformance.ConformanceSubject;
import io.logsink.conformance.StoreLimits;
import io.logsink.sqlite.SqliteSettings.JournalMode;
import io.logsink.sqlite.SqliteSettings.Synchronous;
import io.logsink.storage.RetentionSettings;
import io.logsink.storage.WindowSettings;
import java.nio.file.Path;

/** The {@code sqlite} backend with one journal. */
abstract class SqliteSubject implements ConformanceSubject {
  private final JournalMode journalMode;
  private final Synchronous synchronous;
  private final Durability onSync;

  private SqliteSubject(JournalMode journalMode, Synchronous synchronous, Durability onSync) {
    this.journalMode = journalMode;
    this.synchronous = synchronous;
    this.onSync = onSync;
  }

  /** As people should use it. */
  static final class Wal extends SqliteSubject {
    Wal() {
      super(JournalMode.WAL, Synchronous.NORMAL, Durability.POWER_LOSS);
    }
  }

  /** As SQLite is when nobody says otherwise, but for the waiting. */
  static final class Delete extends SqliteSubject {
    Delete() {
      super(JournalMode.DELETE, Synchronous.NORMAL, Durability.PROCESS_CRASH);
    }
  }

  @Override
  public LogSinkBackend backend() {
    return new SqliteBackend();
  }

  @Override
  public Record settings(Path folder, StoreLimits limits) {
    return new SqliteSettings(
        folder,
        new WindowSettings(limits.windowMaxAge(), limits.windowMaxBytes()),
        new RetentionSettings(limits.retentionMaxAge(), limits.retentionMaxBytes()),
        journalMode,
        synchronous);
  }

  @Override
  public Capabilities capabilities() {
    return Capabilities.least()
        .withDurability(Durability.PROCESS_CRASH, onSync)
        .withVisibility(Visibility.ON_APPEND)
        .withMaxRecordBytes(LogBody.MAX_BYTES)
        .with(Feature.values());
  }
}
