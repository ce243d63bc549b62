package io.logsink.storage;

import io.logsink.api.Capabilities;
import io.logsink.api.Durability;
import io.logsink.api.LogSinkException;
import io.logsink.api.Visibility;
import io.logsink.api.query.Direction;
import io.logsink.api.query.LogEntry;
import io.logsink.api.record.LogBatch;
import io.logsink.storage.block.BlockCodec;
import io.logsink.storage.block.DamagedBlockException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The plainest real window: one file, a block a batch. With switches to let it fail. */
final class BlockFileFormat implements WindowFormat {
  static final String FILE = "blocks";

  final Faults faults;
  final String backend;
  @Nullable LogSinkException failingCreate;

  BlockFileFormat(String backend, Path directory) {
    this.backend = backend;
    this.faults = new Faults(backend, directory);
  }

  @Override
  public String backend() {
    return backend;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Capabilities capabilities() {
    return Capabilities.least()
        .withDurability(Durability.PROCESS_CRASH, Durability.PROCESS_CRASH)
        .withVisibility(Visibility.ON_APPEND);
  }

  @Override
  public Window create(Path folder) throws LogSinkException {
    if (failingCreate != null) {
      throw failingCreate;
    }
    try {
      Files.createFile(folder.resolve(FILE));
    } catch (IOException e) {
      throw faults.of("create", e);
    }
    return new BlockFile(folder.resolve(FILE));
  }

  @Override
  public Window openForAppend(Path folder) throws LogSinkException {
    return openForRead(folder);
  }

  @Override
  public Window openForRead(Path folder) throws LogSinkException {
    BlockFile file = new BlockFile(folder.resolve(FILE));
    file.load();
    return file;
  }

  private final class BlockFile implements Window {
    private final Path file;
    private final List<LogEntry> entries = new CopyOnWriteArrayList<>();
    private WindowSummary summary = WindowSummary.EMPTY;
    private boolean prepared;

    BlockFile(Path file) {
      this.file = file;
    }

    /** A damaged first block makes the file unreadable; a later one ends it. */
    void load() throws LogSinkException {
      try {
        ByteBuffer all = ByteBuffer.wrap(Files.readAllBytes(file));
        while (all.hasRemaining()) {
          List<LogEntry> block = BlockCodec.decode(all);
          all.position(all.position() + BlockCodec.summary(all).encodedBytes());
          LogBatch batch = LogBatch.of(block.stream().map(LogEntry::record).toList());
          summary = summary.plus(block.getFirst().sequence(), batch);
          entries.addAll(block);
        }
      } catch (IOException e) {
        throw faults.of("load", e);
      } catch (DamagedBlockException e) {
        if (entries.isEmpty()) {
          throw faults.corrupt("load", String.valueOf(e.getMessage()));
        }
      }
    }

    @Override
    public WindowSummary summary() {
      return summary;
    }

    @Override
    public void append(long firstSequence, LogBatch batch) throws LogSinkException {
      byte[] block = new BlockCodec(1).encode(firstSequence, batch.records());
      try {
        Files.write(file, block, StandardOpenOption.APPEND);
        entries.addAll(BlockCodec.decode(ByteBuffer.wrap(block)));
      } catch (IOException e) {
        throw faults.of("append", e);
      } catch (DamagedBlockException e) {
        throw new AssertionError(e);
      }
      summary = summary.plus(firstSequence, batch);
    }

    @Override
    public void sync() {}

    @Override
    public void scan(Scan scan, Visitor visitor) {
      List<LogEntry> found =
          new ArrayList<>(
              entries.stream()
                  .filter(e ->
                      scan.firstSequence() <= e.sequence() && e.sequence() <= scan.lastSequence())
                  .toList());
      for (LogEntry entry : scan.direction() == Direction.FORWARD ? found : found.reversed()) {
        if (!visitor.visit(entry)) {
          return;
        }
      }
    }

    @Override
    public void prepareSeal() {
      prepared = true;
    }

    @Override
    public void seal() {
      if (!prepared) {
        throw new IllegalStateException("sealed without preparation");
      }
    }

    @Override
    public long storedBytes() {
      return file.toFile().length();
    }

    @Override
    public Map<String, String> engine() {
      return Map.of("file", file.getFileName().toString());
    }

    @Override
    public void close() {}
  }
}
