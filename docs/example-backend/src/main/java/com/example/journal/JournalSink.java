package com.example.journal;

import io.logsink.api.Access;
import io.logsink.api.AppendReceipt;
import io.logsink.api.Capabilities;
import io.logsink.api.Durability;
import io.logsink.api.Feature;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.api.MaintenanceReport;
import io.logsink.api.SinkStats;
import io.logsink.api.Visibility;
import io.logsink.api.query.LogFilter;
import io.logsink.api.query.LogHistogram;
import io.logsink.api.query.LogPage;
import io.logsink.api.query.LogQuery;
import io.logsink.api.record.LogBatch;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The journal on disk for writing, its entries in memory for reading. */
final class JournalSink implements LogSink {
  private static final Capabilities CAPABILITIES =
      Capabilities.least()
          .withDurability(Durability.PROCESS_CRASH, Durability.POWER_LOSS)
          .withVisibility(Visibility.ON_APPEND)
          .with(
              Feature.READ_BACKWARD,
              Feature.SEEK_TIME,
              Feature.FILTER,
              Feature.HISTOGRAM,
              Feature.ATOMIC_BATCH,
              Feature.REOPEN,
              Feature.SINGLE_OWNER);

  private final JournalErrors errors;
  private final Access access;
  private final JournalFile file;
  // Null once it is closed, which also gives the memory back to whoever still holds the sink.
  private volatile @Nullable Entries entries;

  JournalSink(JournalSettings settings, Access access) throws LogSinkException {
    Entries stored = new Entries();
    this.errors = new JournalErrors(settings.directory());
    this.access = access;
    this.file = JournalFile.open(settings, access, stored::add);
    this.entries = stored;
    if (access == Access.READ_ONLY) {
      file.close();
    }
  }

  @Override
  public Capabilities capabilities() {
    return CAPABILITIES;
  }

  @Override
  public synchronized AppendReceipt append(LogBatch batch) throws LogSinkException {
    Entries stored = owned("append");
    requireStorable(batch);
    file.append(batch);
    stored.add(batch);
    long last = stored.newest();
    return new AppendReceipt(last - batch.size() + 1, last, CAPABILITIES.appendDurability());
  }

  private void requireStorable(LogBatch batch) throws LogSinkException {
    int most = CAPABILITIES.maxRecordBytes();
    for (int i = 0; i < batch.size(); i++) {
      int length = batch.records().get(i).body().length();
      if (length > most) {
        throw errors.rejected(
            "append", "a body of %d bytes, the most is %d; split it".formatted(length, most), i);
      }
    }
  }

  @Override
  public synchronized void sync() throws LogSinkException {
    owned("sync");
    file.sync();
  }

  @Override
  public LogPage read(LogQuery query) {
    return open().read(query);
  }

  @Override
  public LogHistogram histogram(LogFilter filter, Duration bucket) {
    return open().histogram(filter, bucket);
  }

  @Override
  public MaintenanceReport maintain(Instant now) {
    owned("maintain");
    return MaintenanceReport.NOTHING;
  }

  @Override
  public SinkStats stats() {
    long newest = open().newest();
    return new SinkStats(newest, Math.min(1, newest), newest, file.sizeBytes(), 1, Map.of());
  }

  private Entries open() {
    Entries stored = entries;
    if (stored == null) {
      throw new IllegalStateException("the journal is closed");
    }
    return stored;
  }

  private Entries owned(String operation) {
    Entries stored = open();
    if (access == Access.READ_ONLY) {
      throw new UnsupportedOperationException(
          operation + ": the journal was opened read-only; open it as owner");
    }
    return stored;
  }

  @Override
  public synchronized void close() throws LogSinkException {
    boolean first = entries != null;
    entries = null;
    if (first && access == Access.OWNER) {
      try (file) {
        file.sync();
      }
    }
  }
}
