package io.logsink.lmdb;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The key of a block: its first sequence, big-endian, so that LMDB's order is append order. */
final class BlockKey {
  static final int BYTES = Long.BYTES;

  private BlockKey() {}

  static ByteBuffer of(long firstSequence) {
    return ByteBuffer.allocateDirect(BYTES).putLong(0, firstSequence);
  }

  static long firstSequence(ByteBuffer key) {
    return key.duplicate().order(ByteOrder.BIG_ENDIAN).getLong(0);
  }
}
