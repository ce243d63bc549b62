package io.logsink.baselines.keyvalue;

import io.logsink.api.query.LogEntry;
import io.logsink.api.record.LogBatch;
import io.logsink.api.record.LogRecord;
import io.logsink.baselines.entry.EntryStore;
import io.logsink.baselines.entry.Extent;
import io.logsink.baselines.entry.RecordBytes;
import io.logsink.baselines.entry.Walk;
import io.logsink.storage.Folders;
import io.logsink.storage.block.DamagedBlockException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.LongDataType;

/** Records in a map of an MVStore; a key is a sequence. */
final class MvEntryStore implements EntryStore {
  static final String FILE = "logs.mv.db";
  static final String MAP = "logs";

  private final Path folder;
  private final MVStore store;
  private final MVMap<Long, byte[]> records;
  private long newest;

  MvEntryStore(MvStoreSettings settings) throws IOException {
    folder = settings.directory();
    MVStore.Builder builder = new MVStore.Builder().fileName(folder.resolve(FILE).toString());
    store = (settings.compressed() ? builder.compress() : builder).open();
    store.setAutoCommitDelay(Math.toIntExact(settings.commitEvery().toMillis()));
    records =
        store.openMap(
            MAP,
            new MVMap.Builder<Long, byte[]>()
                .keyType(LongDataType.INSTANCE)
                .valueType(ByteArrayDataType.INSTANCE));
    newest = Objects.requireNonNullElse(records.lastKey(), 0L);
    Folders.sync(folder);
  }

  @Override
  public long append(LogBatch batch) {
    long sequence = newest;
    for (LogRecord entry : batch) {
      records.put(++sequence, RecordBytes.encode(entry));
    }
    newest = sequence;
    return sequence;
  }

  @Override
  public void sync() {
    store.commit();
    store.sync();
  }

  @Override
  public Extent extent() {
    return Extent.upTo(newest);
  }

  @Override
  public void walk(Walk walk, Predicate<LogEntry> taker) throws DamagedBlockException {
    long from = walk.forward() ? walk.first() : walk.last();
    long to = walk.forward() ? walk.last() : walk.first();
    Cursor<Long, byte[]> entries = records.cursor(from, to, !walk.forward());
    boolean wanted = true;
    while (wanted && entries.hasNext()) {
      long sequence = entries.next();
      wanted = taker.test(new LogEntry(sequence, RecordBytes.decode(entries.getValue())));
    }
  }

  @Override
  public Map<String, String> engine() {
    return Map.of(
        "auto_commit_millis", String.valueOf(store.getAutoCommitDelay()),
        "auto_commit_memory", String.valueOf(store.getAutoCommitMemory()),
        "cache_mebibytes", String.valueOf(store.getCacheSize()),
        "version", String.valueOf(store.getCurrentVersion()));
  }

  @Override
  public void close() {
    try (store) {
      sync();
    }
  }
}
