package io.logsink.storage.block;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * The first {@value #BYTES} bytes of a block.
 *
 * <pre>
 *   0  'L' 'S' 'B', version
 *   4  bytes of the summary
 *   8  bytes of the payload
 *  12  bytes of the records that the payload expands to
 *  16  CRC32C of the payload
 *  20  CRC32C of the 20 bytes above and the summary
 * </pre>
 */
record BlockHeader(int summaryBytes, int payloadBytes, int recordsBytes, int payloadCrc) {
  static final int BYTES = 24;
  private static final int VERSION = 1;
  private static final int MAGIC = 'L' << 16 | 'S' << 8 | 'B';
  private static final int CHECKED_BYTES = BYTES - Integer.BYTES;

  int encodedBytes() {
    return BYTES + summaryBytes + payloadBytes;
  }

  ByteBuffer summary(ByteBuffer block) {
    return block.slice(block.position() + BYTES, summaryBytes);
  }

  ByteBuffer payload(ByteBuffer block) {
    return block.slice(block.position() + BYTES + summaryBytes, payloadBytes);
  }

  /** Writes the header at the start of {@code block}, behind which the summary stands already. */
  void write(ByteBuffer block) {
    block.putInt(0, MAGIC << 8 | VERSION);
    block.putInt(4, summaryBytes);
    block.putInt(8, payloadBytes);
    block.putInt(12, recordsBytes);
    block.putInt(16, payloadCrc);
    block.putInt(20, headCrc(block, summary(block)));
  }

  /** Reads and checks header and summary. */
  static BlockHeader read(ByteBuffer block) throws DamagedBlockException {
    require(block.remaining(), BYTES);
    ByteBuffer bytes = block.slice();
    requireVersion(bytes.getInt(0));
    BlockHeader header =
        new BlockHeader(bytes.getInt(4), bytes.getInt(8), bytes.getInt(12), bytes.getInt(16));
    require(bytes.remaining() - BYTES, header.summaryBytes);
    if (headCrc(bytes, header.summary(bytes)) != bytes.getInt(20)) {
      throw new DamagedBlockException("the checksum of its header and summary does not hold");
    }
    if (header.payloadBytes < 0 || header.recordsBytes < 0) {
      throw new DamagedBlockException("its header counts less than no bytes");
    }
    return header;
  }

  private static void requireVersion(int start) throws DamagedBlockException {
    if (start >>> 8 != MAGIC) {
      throw new DamagedBlockException("it does not start as a block does, with LSB");
    }
    if ((start & 0xff) != VERSION) {
      throw new DamagedBlockException(
          "it has format version %d and this program reads version %d; read it with a newer one"
              .formatted(start & 0xff, VERSION));
    }
  }

  /** Checks that the payload is there, whole. */
  void requirePayload(ByteBuffer block) throws DamagedBlockException {
    require(block.remaining(), encodedBytes());
    if (crc(payload(block)) != payloadCrc) {
      throw new DamagedBlockException("the checksum of its records does not hold");
    }
  }

  private static void require(int thereBytes, int neededBytes) throws DamagedBlockException {
    if (neededBytes < 0 || thereBytes < neededBytes) {
      throw new DamagedBlockException(
          "it is cut off: %d bytes are there where %d should be"
              .formatted(thereBytes, neededBytes));
    }
  }

  private static int headCrc(ByteBuffer block, ByteBuffer summary) {
    return crc(block.slice(0, CHECKED_BYTES), summary);
  }

  static int crc(ByteBuffer... parts) {
    CRC32C crc = new CRC32C();
    for (ByteBuffer part : parts) {
      crc.update(part);
    }
    return (int) crc.getValue();
  }
}
