package io.logsink.storage.block;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Takes apart what {@link ByteWriter} put together. Past the end, and at a number or length that
 * cannot be, it throws {@link BufferUnderflowException} or {@link IllegalArgumentException}, which
 * {@link #parse} turns into damage. For one thread.
 */
public final class ByteReader {
  /** Reads one thing. */
  public interface Parser<T> {
    /** Reads it. */
    T parse(ByteReader in);
  }

  private final ByteBuffer buffer;

  private ByteReader(ByteBuffer buffer) {
    this.buffer = buffer.slice();
  }

  /**
   * Has {@code parser} read all of {@code buffer}, no byte less.
   *
   * @throws DamagedBlockException when it cannot; the message calls it {@code what}
   */
  public static <T> T parse(String what, ByteBuffer buffer, Parser<T> parser)
      throws DamagedBlockException {
    ByteReader in = new ByteReader(buffer);
    try {
      T result = parser.parse(in);
      if (in.buffer.hasRemaining()) {
        throw new DamagedBlockException(
            "%d bytes follow the end of the %s".formatted(in.buffer.remaining(), what));
      }
      return result;
    } catch (BufferUnderflowException e) {
      throw new DamagedBlockException("the " + what + " end too early");
    } catch (IllegalArgumentException e) {
      throw new DamagedBlockException("the " + what + " make no sense: " + e.getMessage());
    }
  }

  /** One byte, 0 to 255. */
  public int getByte() {
    return buffer.get() & 0xff;
  }

  /** Four bytes. */
  public int getInt() {
    return buffer.getInt();
  }

  /** Eight bytes. */
  public long getLong() {
    return buffer.getLong();
  }

  /** A number of seven bits a byte. */
  public long getUnsigned() {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      long bits = getByte();
      value |= (bits & 0x7f) << shift;
      if (bits < 0x80) {
        return value;
      }
    }
    throw new IllegalArgumentException("a number of more than 64 bits");
  }

  /** A number in zigzag. */
  public long getSigned() {
    long value = getUnsigned();
    return (value >>> 1) ^ -(value & 1);
  }

  /** A number of things that are still to come, each of one byte at least. */
  public int getCount() {
    long count = getUnsigned();
    if (count < 0 || count > buffer.remaining()) {
      throw new IllegalArgumentException(
          "a count of %d before the last %d bytes".formatted(count, buffer.remaining()));
    }
    return (int) count;
  }

  /** The number of bytes, then the bytes. */
  public byte[] getBytes() {
    byte[] bytes = new byte[getCount()];
    buffer.get(bytes);
    return bytes;
  }

  /** The number of bytes, then UTF-8. */
  public String getText() {
    return new String(getBytes(), StandardCharsets.UTF_8);
  }
}
