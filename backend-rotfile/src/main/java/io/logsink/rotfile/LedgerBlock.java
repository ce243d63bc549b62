package io.logsink.rotfile;

import io.logsink.storage.block.ByteReader;
import io.logsink.storage.block.ByteWriter;
import io.logsink.storage.block.DamagedBlockException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * A block as it stands in the ledger.
 *
 * <pre>
 *   0  'L' 'S' 'L', version
 *   4  H, bytes of the head
 *   8  R, bytes of the records
 *  12  CRC32C of the records
 *  16  CRC32C of the block's place in the file, the 16 bytes above and the head
 *  20  head
 * 20+H records
 * </pre>
 *
 * <p>The place is in the checksum, so that a block's bytes somewhere else, in an attribute for
 * instance, are no block.
 *
 * @param at where in the ledger it starts
 * @param head its head
 * @param headBytes the bytes of the head
 * @param recordsBytes the bytes of the records, as they stand there
 * @param recordsCrc their checksum
 */
record LedgerBlock(long at, BlockHead head, int headBytes, int recordsBytes, int recordsCrc) {
  /** The bytes before the head. */
  static final int FIXED_BYTES = 20;

  private static final int CHECKED_BYTES = FIXED_BYTES - Integer.BYTES;
  private static final int MAGIC = 'L' << 24 | 'S' << 16 | 'L' << 8;

  /** How every block starts: three letters, and the version. */
  static final int START = MAGIC | 1;

  /** Where it ends, and the next one starts. */
  long end() {
    return at + bytes();
  }

  int bytes() {
    return FIXED_BYTES + headBytes + recordsBytes;
  }

  /** Appends a block to {@code out}; it will stand at {@code at} in the ledger. */
  static LedgerBlock write(ByteWriter out, long at, BlockHead head, byte[] records, int count) {
    ByteWriter headBytes = new ByteWriter();
    head.write(headBytes);
    LedgerBlock block =
        new LedgerBlock(
            at, head, headBytes.length(), count, crc(ByteBuffer.wrap(records, 0, count)));
    byte[] fixed = new byte[FIXED_BYTES];
    block.writeFixed(ByteBuffer.wrap(fixed), headBytes);
    out.putRaw(fixed, FIXED_BYTES);
    out.putRaw(headBytes.array(), headBytes.length());
    out.putRaw(records, count);
    return block;
  }

  private void writeFixed(ByteBuffer fixed, ByteWriter writtenHead) {
    fixed.putInt(START).putInt(headBytes).putInt(recordsBytes).putInt(recordsCrc);
    ByteBuffer headBuffer = ByteBuffer.wrap(writtenHead.array(), 0, writtenHead.length());
    fixed.putInt(headCrc(fixed.slice(0, CHECKED_BYTES), headBuffer));
  }

  private int headCrc(ByteBuffer fixed, ByteBuffer headBuffer) {
    return crc(ByteBuffer.allocate(Long.BYTES).putLong(0, at), fixed, headBuffer);
  }

  static int crc(ByteBuffer... parts) {
    CRC32C crc = new CRC32C();
    for (ByteBuffer part : parts) {
      crc.update(part);
    }
    return (int) crc.getValue();
  }

  /**
   * The bytes of a block's head, from the {@value #FIXED_BYTES} bytes before it, or -1 when these
   * are not a block's.
   */
  static int headBytes(ByteBuffer fixed) {
    return fixed.remaining() >= FIXED_BYTES && fixed.getInt(fixed.position()) == START
        ? fixed.getInt(fixed.position() + 4)
        : -1;
  }

  /**
   * The block at {@code at}, of which {@code bytes} has at least all up to the records.
   *
   * @throws DamagedBlockException when there is none
   */
  static LedgerBlock read(long at, ByteBuffer bytes) throws DamagedBlockException {
    int headBytes = headBytes(bytes);
    if (headBytes < 0 || bytes.remaining() < FIXED_BYTES + headBytes) {
      throw new DamagedBlockException("the ledger has no block at %d".formatted(at));
    }
    ByteBuffer all = bytes.slice();
    ByteBuffer head = all.slice(FIXED_BYTES, headBytes);
    int recordsBytes = all.getInt(8);
    LedgerBlock found =
        new LedgerBlock(
            at,
            BlockHead.mark(1, 1), // not known before the checksum holds
            headBytes,
            recordsBytes,
            all.getInt(12));
    if (recordsBytes < 0
        || found.headCrc(all.slice(0, CHECKED_BYTES), head.duplicate()) != all.getInt(16)) {
      throw new DamagedBlockException(
          "the checksum of the ledger's block at %d does not hold".formatted(at));
    }
    BlockHead known = ByteReader.parse("head", head, BlockHead::read);
    return new LedgerBlock(at, known, headBytes, recordsBytes, all.getInt(12));
  }

  /**
   * The records of this block, expanded.
   *
   * @param block all of its bytes, or as many as are there
   * @throws DamagedBlockException when they are not what they were
   */
  byte[] records(ByteBuffer block) throws DamagedBlockException {
    int from = FIXED_BYTES + headBytes;
    if (block.remaining() < bytes()
        || crc(block.slice(block.position() + from, recordsBytes)) != recordsCrc) {
      throw new DamagedBlockException(
          "the checksum of the records of the ledger's block at %d does not hold".formatted(at));
    }
    byte[] stored = new byte[recordsBytes];
    block.get(block.position() + from, stored);
    return head.isCompressed()
        ? ZstdFrame.expand(stored, stored.length, head.expandedBytes())
        : stored;
  }
}
