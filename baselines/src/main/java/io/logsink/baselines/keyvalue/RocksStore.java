package io.logsink.baselines.keyvalue;

import io.logsink.api.query.LogEntry;
import io.logsink.api.record.LogBatch;
import io.logsink.api.record.LogRecord;
import io.logsink.baselines.entry.EntryStore;
import io.logsink.baselines.entry.Extent;
import io.logsink.baselines.entry.RecordBytes;
import io.logsink.baselines.entry.Walk;
import io.logsink.storage.block.DamagedBlockException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/** Records in RocksDB; a key is a sequence, big-endian, so that the keys' order is theirs. */
final class RocksStore implements EntryStore {
  private static final String[] PROPERTIES = {
    "rocksdb.num-files-at-level0", "rocksdb.total-sst-files-size", "rocksdb.size-all-mem-tables"
  };

  private final Options options;
  private final WriteOptions writing;
  private final RocksDB database;
  private long newest;

  private RocksStore(Options options, WriteOptions writing, RocksDB database) {
    this.options = options;
    this.writing = writing;
    this.database = database;
    this.newest = newestStored();
  }

  static RocksStore open(RocksSettings settings) throws RocksDBException {
    RocksDB.loadLibrary();
    Options options =
        new Options().setCreateIfMissing(true).setWriteBufferSize(settings.writeBufferBytes());
    WriteOptions writing = new WriteOptions().setSync(settings.syncOnAppend());
    try {
      RocksDB database = RocksDB.open(options, settings.directory().toString());
      return new RocksStore(options, writing, database);
    } catch (RocksDBException e) {
      writing.close();
      options.close();
      throw e;
    }
  }

  private long newestStored() {
    try (RocksIterator entries = database.newIterator()) {
      entries.seekToLast();
      return entries.isValid() ? sequence(entries.key()) : 0;
    }
  }

  @Override
  public long append(LogBatch batch) throws RocksDBException {
    long sequence = newest;
    try (WriteBatch writes = new WriteBatch()) {
      for (LogRecord entry : batch) {
        writes.put(key(++sequence), RecordBytes.encode(entry));
      }
      database.write(writing, writes);
    }
    newest = sequence;
    return sequence;
  }

  @Override
  public void sync() throws RocksDBException {
    database.syncWal();
  }

  @Override
  public Extent extent() {
    return Extent.upTo(newest);
  }

  @Override
  public void walk(Walk walk, Predicate<LogEntry> taker)
      throws RocksDBException, DamagedBlockException {
    try (RocksIterator entries = database.newIterator()) {
      start(entries, walk);
      boolean wanted = true;
      while (wanted && entries.isValid()) {
        long sequence = sequence(entries.key());
        wanted =
            sequence >= walk.first()
                && sequence <= walk.last()
                && taker.test(new LogEntry(sequence, RecordBytes.decode(entries.value())));
        step(entries, walk.forward());
      }
      entries.status();
    }
  }

  private static void start(RocksIterator entries, Walk walk) {
    if (walk.forward()) {
      entries.seek(key(walk.first()));
    } else {
      entries.seekForPrev(key(walk.last()));
    }
  }

  private static void step(RocksIterator entries, boolean forward) {
    if (forward) {
      entries.next();
    } else {
      entries.prev();
    }
  }

  private static byte[] key(long sequence) {
    return ByteBuffer.allocate(Long.BYTES).putLong(sequence).array();
  }

  private static long sequence(byte[] key) {
    return ByteBuffer.wrap(key).getLong();
  }

  @Override
  public Map<String, String> engine() {
    Map<String, String> engine = new TreeMap<>();
    engine.put("version", RocksDB.rocksdbVersion().toString());
    engine.put("wal_sync", String.valueOf(writing.sync()));
    engine.put("compression", options.compressionType().toString());
    for (String property : PROPERTIES) {
      try {
        engine.put(property, database.getProperty(property));
      } catch (RocksDBException e) {
        engine.put(property, String.valueOf(e.getMessage()));
      }
    }
    return engine;
  }

  @Override
  public void close() throws RocksDBException {
    try (options;
        writing;
        database) {
      sync();
      database.closeE();
    }
  }
}
