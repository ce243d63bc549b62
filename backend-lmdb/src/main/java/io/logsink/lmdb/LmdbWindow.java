package io.logsink.lmdb;

import io.logsink.api.LogSinkException;
import io.logsink.api.record.LogBatch;
import io.logsink.storage.Window;
import io.logsink.storage.WindowFullException;
import io.logsink.storage.WindowSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A window: one LMDB environment whose values are blocks. */
final class LmdbWindow implements Window {
  private final WindowFiles files;
  private final Environment environment;
  private final BlockWriter blockWriter;
  private final boolean syncs;
  private volatile WindowSummary summary;
  private volatile boolean isSealed;
  private boolean isPrepared;
  private boolean isOpen = true;

  LmdbWindow(
      WindowFiles files,
      Environment environment,
      BlockWriter blockWriter,
      boolean syncs,
      boolean isSealed)
      throws LogSinkException {
    this.files = files;
    this.environment = environment;
    this.blockWriter = blockWriter;
    this.syncs = syncs;
    this.isSealed = isSealed;
    this.summary =
        environment.read(
            "open", (blocks, transaction) -> new Blocks(blocks, transaction).summary());
  }

  @Override
  public WindowSummary summary() {
    return summary;
  }

  @Override
  public void append(long firstSequence, LogBatch batch)
      throws WindowFullException, LogSinkException {
    List<BlockWriter.Block> blocks = blockWriter.write(firstSequence, batch.records());
    if (!environment.write(blocks)) {
      if (!summary.isEmpty()) {
        throw new WindowFullException("MDB_MAP_FULL");
      }
      writeIntoLargerMap(blocks);
    }
    summary = summary.plus(firstSequence, batch);
  }

  /** No other window would be emptier, so this one has to take them. */
  private void writeIntoLargerMap(List<BlockWriter.Block> blocks)
      throws WindowFullException, LogSinkException {
    environment.grow(2 * blocks.stream().mapToLong(block -> block.bytes().length).sum());
    if (!environment.write(blocks)) {
      throw new WindowFullException("MDB_MAP_FULL");
    }
  }

  @Override
  public void sync() throws LogSinkException {
    if (syncs) {
      syncNow();
    }
  }

  void syncNow() throws LogSinkException {
    environment.sync();
  }

  @Override
  public void scan(Scan scan, Visitor visitor) throws LogSinkException {
    long newest = summary.lastSequence();
    environment.read(
        "read",
        (blocks, transaction) -> {
          new Blocks(blocks, transaction).scan(scan, newest, visitor);
          return true;
        });
  }

  @Override
  public void prepareSeal() throws LogSinkException {
    if (isSealed) {
      return;
    }
    Path copy = files.freshTemporary();
    try {
      environment.copy(copy);
      files.syncTemporary();
      isPrepared = true;
    } finally {
      if (!isPrepared) {
        files.deleteTemporary();
      }
    }
  }

  @Override
  public void seal() throws LogSinkException {
    if (!isSealed) {
      if (!isPrepared) {
        prepareSeal();
      }
      files.publishTemporary();
      isSealed = true;
    }
    close();
    files.deleteActive();
  }

  @Override
  public long storedBytes() {
    return files.sizeBytes(isSealed);
  }

  @Override
  public Map<String, String> engine() {
    try {
      return environment.engine();
    } catch (LogSinkException e) {
      return Map.of("error", e.fault().toString());
    }
  }

  @Override
  public void close() {
    if (isOpen) {
      isOpen = false;
      environment.close();
    }
  }
}
