package io.logsink.lmdb;

import io.logsink.api.query.Direction;
import io.logsink.api.query.LogEntry;
import io.logsink.storage.Window;
import io.logsink.storage.WindowSummary;
import io.logsink.storage.block.BlockCodec;
import io.logsink.storage.block.BlockSummary;
import io.logsink.storage.block.DamagedBlockException;
import java.nio.ByteBuffer;
import java.util.List;
import org.lmdbjava.Cursor;
import org.lmdbjava.Dbi;
import org.lmdbjava.GetOp;
import org.lmdbjava.Txn;

/** The blocks of an environment as one transaction sees them. Lives as long as the transaction. */
final class Blocks {
  private final Dbi<ByteBuffer> blocks;
  private final Txn<ByteBuffer> transaction;

  Blocks(Dbi<ByteBuffer> blocks, Txn<ByteBuffer> transaction) {
    this.blocks = blocks;
    this.transaction = transaction;
  }

  /** What all blocks together hold, from their summaries. */
  WindowSummary summary() {
    WindowSummary all = WindowSummary.EMPTY;
    try (Cursor<ByteBuffer> cursor = blocks.openCursor(transaction)) {
      for (boolean there = cursor.first(); there; there = cursor.next()) {
        all = all.plus(summary(cursor));
      }
    }
    return all;
  }

  /** Of a damaged block, which may have held anything: what its neighbours leave of sequences. */
  private WindowSummary summary(Cursor<ByteBuffer> cursor) {
    long first = BlockKey.firstSequence(cursor.key());
    try {
      BlockSummary block = summary(first, cursor.val());
      return new WindowSummary(
          first, block.lastSequence(), block.recordCount(), block.firstNanos(), block.lastNanos());
    } catch (DamagedBlockException e) {
      return new WindowSummary(
          first, lastBeforeNext(first, first), 0, Long.MIN_VALUE, Long.MAX_VALUE);
    }
  }

  private static BlockSummary summary(long first, ByteBuffer block) throws DamagedBlockException {
    BlockSummary summary = BlockCodec.summary(block);
    if (summary.firstSequence() != first) {
      throw new DamagedBlockException(
          "it starts with sequence %d where %d should be"
              .formatted(summary.firstSequence(), first));
    }
    return summary;
  }

  /** The last sequence before the block behind {@code first}, or {@code end} when there is none. */
  private long lastBeforeNext(long first, long end) {
    try (Cursor<ByteBuffer> cursor = blocks.openCursor(transaction)) {
      return cursor.get(BlockKey.of(first + 1), GetOp.MDB_SET_RANGE)
          ? BlockKey.firstSequence(cursor.key()) - 1
          : Math.max(first, end);
    }
  }

  /**
   * Shows {@code visitor} the entries of {@code scan}.
   *
   * @param newest the newest sequence of the window, where a damaged last block ends
   */
  void scan(Window.Scan scan, long newest, Window.Visitor visitor) {
    boolean forward = scan.direction() == Direction.FORWARD;
    try (Cursor<ByteBuffer> cursor = blocks.openCursor(transaction)) {
      boolean there =
          forward
              ? floor(cursor, scan.firstSequence()) || cursor.first()
              : floor(cursor, scan.lastSequence());
      while (there && show(cursor, scan, newest, visitor)) {
        there = forward ? next(cursor, scan) : previous(cursor, scan);
      }
    }
  }

  /** Goes to the last block that starts at {@code sequence} or before it. */
  private static boolean floor(Cursor<ByteBuffer> cursor, long sequence) {
    if (!cursor.get(BlockKey.of(sequence), GetOp.MDB_SET_RANGE)) {
      return cursor.last();
    }
    return BlockKey.firstSequence(cursor.key()) == sequence || cursor.prev();
  }

  private static boolean next(Cursor<ByteBuffer> cursor, Window.Scan scan) {
    return cursor.next() && BlockKey.firstSequence(cursor.key()) <= scan.lastSequence();
  }

  private static boolean previous(Cursor<ByteBuffer> cursor, Window.Scan scan) {
    return BlockKey.firstSequence(cursor.key()) > scan.firstSequence() && cursor.prev();
  }

  /** Shows the block at the cursor; returns whether the visitor wants more. */
  private boolean show(
      Cursor<ByteBuffer> cursor, Window.Scan scan, long newest, Window.Visitor visitor) {
    long first = BlockKey.firstSequence(cursor.key());
    try {
      BlockSummary summary = summary(first, cursor.val());
      return !summary.admits(scan.bounds()) || show(BlockCodec.decode(cursor.val()), scan, visitor);
    } catch (DamagedBlockException e) {
      tellDamage(first, lastBeforeNext(first, newest), scan, visitor, e);
      return true;
    }
  }

  private static boolean show(List<LogEntry> entries, Window.Scan scan, Window.Visitor visitor) {
    boolean forward = scan.direction() == Direction.FORWARD;
    for (LogEntry entry : forward ? entries : entries.reversed()) {
      boolean wanted =
          scan.firstSequence() <= entry.sequence() && entry.sequence() <= scan.lastSequence();
      if (wanted && !visitor.visit(entry)) {
        return false;
      }
    }
    return true;
  }

  private static void tellDamage(
      long first,
      long last,
      Window.Scan scan,
      Window.Visitor visitor,
      DamagedBlockException damage) {
    long firstWanted = Math.max(first, scan.firstSequence());
    long lastWanted = Math.min(last, scan.lastSequence());
    if (firstWanted <= lastWanted) {
      visitor.damaged(
          firstWanted, lastWanted, "the block at %d: %s".formatted(first, damage.getMessage()));
    }
  }
}
