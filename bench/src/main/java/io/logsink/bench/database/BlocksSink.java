package io.logsink.bench.database;

import io.logsink.api.AppendReceipt;
import io.logsink.api.Capabilities;
import io.logsink.api.Feature;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.api.MaintenanceReport;
import io.logsink.api.SinkStats;
import io.logsink.api.UnsupportedFeatureException;
import io.logsink.api.Visibility;
import io.logsink.api.query.LogFilter;
import io.logsink.api.query.LogHistogram;
import io.logsink.api.query.LogPage;
import io.logsink.api.query.LogQuery;
import io.logsink.api.record.LogBatch;
import io.logsink.api.record.LogRecord;
import io.logsink.storage.Faults;
import io.logsink.storage.Folders;
import io.logsink.storage.block.BlockCodec;
import io.logsink.storage.block.BlockSummary;
import io.logsink.storage.block.DamagedBlockException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Stores a batch as one or more blocks, each a row. */
final class BlocksSink implements LogSink {
  private final BlockFile file;
  private final DatabaseSettings settings;
  private final Faults faults;
  private final BlockCodec codec = new BlockCodec(BlocksBackend.ZSTD_LEVEL);
  private volatile List<BlockSummary> summaries = List.of();
  private long newestSequence;

  BlocksSink(BlockFile file, DatabaseSettings settings, Faults faults) {
    this.file = file;
    this.settings = settings;
    this.faults = faults;
  }

  @Override
  public AppendReceipt append(LogBatch batch) throws LogSinkException {
    SortedMap<Long, byte[]> blocks = new TreeMap<>();
    List<BlockSummary> all = new ArrayList<>(summaries);
    long sequence = newestSequence + 1;
    for (List<LogRecord> part : parts(batch.records())) {
      byte[] bytes = codec.encode(sequence, part);
      blocks.put(sequence, bytes);
      all.add(summary(bytes));
      sequence += part.size();
    }
    try {
      file.insert(blocks);
    } catch (SQLException e) {
      throw fault("append", e);
    }
    AppendReceipt receipt =
        new AppendReceipt(newestSequence + 1, sequence - 1, settings.appendDurability());
    newestSequence = sequence - 1;
    summaries = List.copyOf(all);
    return receipt;
  }

  private static List<List<LogRecord>> parts(List<LogRecord> records) {
    List<List<LogRecord>> parts = new ArrayList<>();
    for (int start = 0; start < records.size(); start += BlocksBackend.BLOCK_COUNT) {
      parts.add(
          records.subList(start, Math.min(records.size(), start + BlocksBackend.BLOCK_COUNT)));
    }
    return parts;
  }

  private static BlockSummary summary(byte[] block) {
    try {
      return BlockCodec.summary(ByteBuffer.wrap(block));
    } catch (DamagedBlockException e) {
      throw new IllegalStateException("a block that was just made is damaged", e);
    }
  }

  private LogSinkException fault(String operation, Exception e) {
    return faults.unavailable(operation, String.valueOf(e.getMessage()), e);
  }

  @Override
  public void sync() throws LogSinkException {
    try {
      if (Files.exists(file.wal())) {
        try (FileChannel wal = FileChannel.open(file.wal(), StandardOpenOption.WRITE)) {
          wal.force(false);
        }
      }
      Folders.sync(settings.directory());
    } catch (IOException e) {
      throw faults.of("sync", e);
    }
  }

  @Override
  public LogPage read(LogQuery query) throws LogSinkException {
    try {
      return new BlockScan(file, summaries, query).page();
    } catch (SQLException | DamagedBlockException e) {
      throw fault("read", e);
    }
  }

  @Override
  public LogHistogram histogram(LogFilter filter, Duration bucket) {
    throw new UnsupportedFeatureException(faults.backend(), Feature.HISTOGRAM);
  }

  @Override
  public Capabilities capabilities() {
    return Capabilities.least()
        .withDurability(settings.appendDurability(), settings.syncDurability())
        .withVisibility(Visibility.ON_APPEND)
        .with(Feature.FILTER, Feature.READ_BACKWARD);
  }

  @Override
  public MaintenanceReport maintain(Instant now) {
    return MaintenanceReport.NOTHING;
  }

  @Override
  public SinkStats stats() {
    List<BlockSummary> all = summaries;
    long newest = all.isEmpty() ? 0 : all.getLast().lastSequence();
    return new SinkStats(newest, Math.min(1, newest), newest, file.storedBytes(), 1, engine());
  }

  private Map<String, String> engine() {
    try {
      return file.engine();
    } catch (SQLException e) {
      return Map.of("error", String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void close() throws LogSinkException {
    try {
      file.close();
    } catch (SQLException e) {
      throw fault("close", e);
    }
  }
}
