package io.logsink.storage.block;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Bytes that grow at their end; numbers are big-endian or LEB128. For one thread. */
final class ByteWriter {
  private static final int MAX_BYTES = Integer.MAX_VALUE - 8;

  private ByteBuffer buffer = ByteBuffer.allocate(1024);

  void putByte(int value) {
    room(1).put((byte) value);
  }

  void putInt(int value) {
    room(Integer.BYTES).putInt(value);
  }

  void putLong(long value) {
    room(Long.BYTES).putLong(value);
  }

  /** Seven bits a byte, lowest first; the high bit says that more follow. */
  void putUnsigned(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      putByte((int) rest | 0x80);
      rest >>>= 7;
    }
    putByte((int) rest);
  }

  /** Zigzag: small numbers of either sign take few bytes. */
  void putSigned(long value) {
    putUnsigned((value << 1) ^ (value >> 63));
  }

  /** The number of bytes, then the bytes. */
  void putBytes(byte[] bytes) {
    putUnsigned(bytes.length);
    room(bytes.length).put(bytes);
  }

  void putText(String text) {
    putBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  int length() {
    return buffer.position();
  }

  /** The bytes themselves; those from {@link #length()} on mean nothing. */
  byte[] array() {
    return buffer.array();
  }

  byte[] toByteArray() {
    byte[] bytes = new byte[length()];
    buffer.get(0, bytes);
    return bytes;
  }

  private ByteBuffer room(int byteCount) {
    if (buffer.remaining() < byteCount) {
      grow((long) buffer.position() + byteCount);
    }
    return buffer;
  }

  private void grow(long leastBytes) {
    if (leastBytes > MAX_BYTES) {
      throw new IllegalArgumentException(
          "records of one block must take less than 2 GiB; encode fewer of them together");
    }
    long doubled = Math.min(2L * buffer.capacity(), MAX_BYTES);
    buffer = ByteBuffer.allocate((int) Math.max(leastBytes, doubled)).put(buffer.flip());
  }
}
