package io.logsink.bench.floor;

import io.logsink.api.BackendConfig;
import io.logsink.api.Capabilities;
import io.logsink.api.Durability;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.api.record.LogBatch;
import io.logsink.api.record.LogRecord;
import io.logsink.storage.Faults;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The floor {@code raw-file}. */
final class RawFileBackend extends FloorBackend {
  static final String NAME = "raw-file";
  static final String FILE = "lines.log";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public LogSink open(BackendConfig config) throws LogSinkException {
    Path folder = config.settings(Settings.class).directory();
    Faults faults = new Faults(NAME, folder);
    try {
      Files.createDirectories(folder);
      return new RawFileSink(
          faults,
          FileChannel.open(
              folder.resolve(FILE), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    } catch (IOException e) {
      throw faults.of("open", e);
    }
  }

  private static final class RawFileSink extends FloorSink {
    private final Faults faults;
    private final FileChannel file;
    private ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 20);

    RawFileSink(Faults faults, FileChannel file) {
      super(
          NAME,
          Capabilities.least().withDurability(Durability.PROCESS_CRASH, Durability.POWER_LOSS));
      this.faults = faults;
      this.file = file;
    }

    @Override
    Durability store(LogBatch batch) throws LogSinkException {
      ByteBuffer lines = room(batch.bodyBytes() + batch.size());
      for (LogRecord line : batch) {
        lines.put(line.body().unsafeArray()).put((byte) '\n');
      }
      try {
        lines.flip();
        while (lines.hasRemaining()) {
          file.write(lines);
        }
      } catch (IOException e) {
        throw faults.of("append", e);
      }
      return Durability.PROCESS_CRASH;
    }

    private ByteBuffer room(long bytes) {
      if (bytes > buffer.capacity()) {
        buffer = ByteBuffer.allocateDirect(Math.toIntExact(bytes));
      }
      return buffer.clear();
    }

    @Override
    public void sync() throws LogSinkException {
      try {
        file.force(false);
      } catch (IOException e) {
        throw faults.of("sync", e);
      }
    }

    @Override
    public void close() throws LogSinkException {
      try (file) {
        file.force(true);
      } catch (IOException e) {
        throw faults.of("close", e);
      }
    }
  }
}
