package io.logsink.storage.block;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Bytes that grow at their end; numbers are big-endian or LEB128. For one thread. */
public final class ByteWriter {
  private static final int MAX_BYTES = Integer.MAX_VALUE - 8;

  private ByteBuffer buffer = ByteBuffer.allocate(1024);

  /** Without a byte. */
  public ByteWriter() {}

  /** One byte, the lowest of {@code value}. */
  public void putByte(int value) {
    room(1).put((byte) value);
  }

  /** Four bytes. */
  public void putInt(int value) {
    room(Integer.BYTES).putInt(value);
  }

  /** Eight bytes. */
  public void putLong(long value) {
    room(Long.BYTES).putLong(value);
  }

  /** Seven bits a byte, lowest first; the high bit says that more follow. */
  public void putUnsigned(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      putByte((int) rest | 0x80);
      rest >>>= 7;
    }
    putByte((int) rest);
  }

  /** Zigzag: small numbers of either sign take few bytes. */
  public void putSigned(long value) {
    putUnsigned((value << 1) ^ (value >> 63));
  }

  /** The number of bytes, then the bytes. */
  public void putBytes(byte[] bytes) {
    putUnsigned(bytes.length);
    room(bytes.length).put(bytes);
  }

  /** The first {@code count} of {@code bytes}, and nothing before them. */
  public void putRaw(byte[] bytes, int count) {
    room(count).put(bytes, 0, count);
  }

  /** The number of bytes, then UTF-8. */
  public void putText(String text) {
    putBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** How many bytes there are. */
  public int length() {
    return buffer.position();
  }

  /** The bytes themselves; those from {@link #length()} on mean nothing. */
  public byte[] array() {
    return buffer.array();
  }

  /** A copy of the bytes. */
  public byte[] toByteArray() {
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
