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
import io.logsink.storage.Faults;
import io.logsink.storage.Folders;
import io.logsink.storage.block.BlockCodec;
import io.logsink.storage.block.BlockSummary;
import io.logsink.storage.block.DamagedBlockException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
    long first = newestSequence + 1;
    EncodedBatch encoded = EncodedBatch.of(codec, first, batch);
    List<BlockSummary> all = new ArrayList<>(summaries);
    all.addAll(encoded.summaries());
    try {
      file.insert(encoded.blocks());
    } catch (SQLException e) {
      throw fault("append", e);
    }
    newestSequence += batch.size();
    summaries = List.copyOf(all);
    return new AppendReceipt(first, newestSequence, settings.appendDurability());
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
