package io.logsink.rotfile;

import io.logsink.storage.block.DamagedBlockException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A ledger to read, as long as it was when it was looked at first. For one thread. */
final class LedgerFile {
  private static final int AHEAD_BYTES = 1 << 20;

  /** Takes the blocks of a ledger. */
  interface BlockVisitor {
    /** Takes the next block; returns whether to go on. */
    boolean visit(LedgerBlock block) throws IOException;
  }

  private final OpenFiles open;
  private final Path path;
  private final long size;
  private ByteBuffer ahead = ByteBuffer.allocate(0);
  private long aheadAt;

  LedgerFile(OpenFiles open, Path path) throws IOException {
    this.open = open;
    this.path = path;
    this.size = open.size(path);
  }

  long size() {
    return size;
  }

  /** Shows all blocks that are whole up to their records. What is between them is stepped over. */
  void forEach(BlockVisitor visitor) throws IOException {
    long at = 0;
    while (at < size) {
      LedgerBlock block = blockAt(at);
      if (block == null) {
        at = nextStart(at + 1);
      } else if (visitor.visit(block)) {
        at = block.end();
      } else {
        return;
      }
    }
  }

  private @Nullable LedgerBlock blockAt(long at) throws IOException {
    int headBytes = LedgerBlock.headBytes(bytes(at, LedgerBlock.FIXED_BYTES));
    if (headBytes < 0 || headBytes > size - at - LedgerBlock.FIXED_BYTES) {
      return null;
    }
    try {
      LedgerBlock block = LedgerBlock.read(at, bytes(at, LedgerBlock.FIXED_BYTES + headBytes));
      return block.end() <= size ? block : null;
    } catch (DamagedBlockException e) {
      return null;
    }
  }

  /** Where, from {@code from} on, the next block may start. */
  private long nextStart(long from) throws IOException {
    for (long at = from; at + Integer.BYTES <= size; at++) {
      ByteBuffer start = bytes(at, Integer.BYTES);
      if (start.remaining() < Integer.BYTES) {
        return size;
      }
      if (start.getInt(0) == LedgerBlock.START) {
        return at;
      }
    }
    return size;
  }

  /** The {@code count} bytes at {@code at}, or fewer where the file ends. */
  private ByteBuffer bytes(long at, int count) throws IOException {
    long offset = at - aheadAt;
    if (offset < 0 || offset + count > ahead.limit()) {
      int wanted = (int) Math.min(Math.max(count, AHEAD_BYTES), size - at);
      ahead = open.read(path, ByteBuffer.allocate(wanted), at);
      aheadAt = at;
      offset = 0;
    }
    return ahead.slice((int) offset, Math.min(count, ahead.limit() - (int) offset));
  }

  /** Whether the records of {@code block} are what they were. */
  boolean isWhole(LedgerBlock block) throws IOException {
    try {
      block.records(bytes(block.at(), block.bytes()));
      return true;
    } catch (DamagedBlockException e) {
      return false;
    }
  }
}
