package io.logsink.baselines.keyvalue;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.api.BackendConfig;
import io.logsink.api.Durability;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkBackend;
import io.logsink.api.record.LogBatch;
import io.logsink.api.record.LogRecord;
import io.logsink.baselines.entry.HardRecords;
import io.logsink.baselines.entry.RecordBytes;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.LongDataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksIterator;

/** What is in the files, as the libraries themselves read them. */
final class KeyValueFilesTest {
  private static final List<LogRecord> RECORDS = HardRecords.of(200);

  @TempDir private Path folder;

  private static void append(LogSinkBackend backend, Record settings) throws Exception {
    try (LogSink sink = backend.open(BackendConfig.owner(settings))) {
      for (LogBatch batch : HardRecords.batches(RECORDS, 30)) {
        sink.append(batch);
      }
    }
  }

  @Test
  void rocksDbHasEachRecordUnderItsSequence() throws Exception {
    append(new RocksBackend(), new RocksSettings(folder, true, 1 << 20));

    List<LogRecord> found = new ArrayList<>();
    try (RocksDB database = RocksDB.openReadOnly(folder.toString());
        RocksIterator entries = database.newIterator()) {
      for (entries.seekToFirst(); entries.isValid(); entries.next()) {
        found.add(RecordBytes.decode(entries.value()));
        assertThat(ByteBuffer.wrap(entries.key()).getLong()).isEqualTo(found.size());
      }
    }
    assertThat(found).isEqualTo(RECORDS);
  }

  @Test
  void rocksDbPromisesMoreWhereItWaits() throws Exception {
    RocksSettings waiting = new RocksSettings(folder, true, 1 << 20);
    try (LogSink sink = new RocksBackend().open(BackendConfig.owner(waiting))) {
      assertThat(sink.append(LogBatch.of(RECORDS.getFirst())).durability())
          .isEqualTo(Durability.POWER_LOSS);
      assertThat(sink.stats().engine()).containsEntry("wal_sync", "true");
    }
  }

  @Test
  void mvStoreHasEachRecordUnderItsSequence() throws Exception {
    append(new MvStoreBackend(), new MvStoreSettings(folder, Duration.ofMillis(5), true));

    List<LogRecord> found = new ArrayList<>();
    try (MVStore store = MVStore.open(folder.resolve(MvEntryStore.FILE).toString())) {
      MVMap<Long, byte[]> map =
          store.openMap(
              MvEntryStore.MAP,
              new MVMap.Builder<Long, byte[]>()
                  .keyType(LongDataType.INSTANCE)
                  .valueType(ByteArrayDataType.INSTANCE));
      assertThat(map.sizeAsLong()).isEqualTo(RECORDS.size());
      for (long sequence = 1; sequence <= RECORDS.size(); sequence++) {
        found.add(RecordBytes.decode(Objects.requireNonNull(map.get(sequence))));
      }
    }
    assertThat(found).isEqualTo(RECORDS);
  }
}
