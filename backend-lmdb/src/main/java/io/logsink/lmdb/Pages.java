package io.logsink.lmdb;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** The bytes of an LMDB file, read without a memory map. For one thread. */
record Pages(FileChannel channel) {
  /** The bytes from {@code offset} on, in the machine's order. */
  ByteBuffer bytes(long offset, int byteCount) throws IOException, DamagedFileException {
    ByteBuffer bytes = ByteBuffer.allocate(byteCount).order(ByteOrder.nativeOrder());
    while (bytes.hasRemaining()) {
      int count = channel.read(bytes, offset + bytes.position());
      DamagedFileException.require(
          count > 0,
          "the file ends at byte %d, which cuts off what is stored at %d",
          channel.size(),
          offset);
    }
    return bytes;
  }
}
