package io.logsink.ring;

import io.logsink.storage.block.DamagedBlockException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An open snapshot. For one thread. */
final class SnapshotReader implements AutoCloseable {
  private final Path file;
  private final FileChannel channel;
  private final long fileBytes;

  private SnapshotReader(Path file, FileChannel channel, long fileBytes) {
    this.file = file;
    this.channel = channel;
    this.fileBytes = fileBytes;
  }

  static SnapshotReader open(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    return new SnapshotReader(file, channel, channel.size());
  }

  /** A section and where its content begins. */
  record Located(Section section, long contentAt) {
    long endAt() {
      return contentAt + section.contentBytes();
    }
  }

  /** What is wrong with the file, for people. */
  String describe(DamagedBlockException damage) {
    return "%s is damaged: %s".formatted(file.getFileName(), damage.getMessage());
  }

  SnapshotHead head() throws IOException, DamagedBlockException {
    return SnapshotHead.decode(read(0, headBytes()));
  }

  private int headBytes() throws IOException, DamagedBlockException {
    int fieldsBytes = SnapshotHead.fieldsBytes(read(0, SnapshotHead.PREFIX_BYTES));
    requireThere(SnapshotHead.PREFIX_BYTES, fieldsBytes);
    return SnapshotHead.PREFIX_BYTES + fieldsBytes;
  }

  /** The section after {@code before}, or the first; null at the end of the snapshot. */
  @Nullable Located next(@Nullable Located before) throws IOException, DamagedBlockException {
    long at = before == null ? headBytes() : before.endAt();
    Section section = Section.decodeHead(read(at, Section.HEAD_BYTES));
    return section.isEnd() ? null : new Located(section, at + Section.HEAD_BYTES);
  }

  List<StoredRecord> records(Located located) throws IOException, DamagedBlockException {
    Section section = located.section();
    return section.decode(read(located.contentAt(), section.contentBytes()));
  }

  private byte[] read(long at, long length) throws IOException, DamagedBlockException {
    requireThere(at, length);
    ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(length));
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, at + buffer.position()) < 0) {
        throw cutOff();
      }
    }
    return buffer.array();
  }

  private void requireThere(long at, long length) throws DamagedBlockException {
    if (length < 0 || length > Integer.MAX_VALUE - 8 || at + length > fileBytes) {
      throw cutOff();
    }
  }

  private DamagedBlockException cutOff() {
    return new DamagedBlockException("it is cut off after %d bytes".formatted(fileBytes));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
