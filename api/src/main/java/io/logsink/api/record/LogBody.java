package io.logsink.api.record;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What a record says, as bytes. A terminal gives bytes, not text: NULs, redraws by carriage return,
 * escape sequences and broken UTF-8 all occur and all come back out as they went in. {@link
 * #text()} decodes for display.
 *
 * <p>Immutable and safe to share between threads. The two methods named {@code unsafe...} trade a
 * copy for a promise by the caller.
 */
public final class LogBody {
  /** The longest body, in bytes. A producer splits what is longer. */
  public static final int MAX_BYTES = 16 * 1024 * 1024;

  /** The body of no bytes. */
  public static final LogBody EMPTY = new LogBody(new byte[0]);

  private final byte[] bytes;

  private LogBody(byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      throw new IllegalArgumentException(
          "a record's body has at most %d bytes, not %d; split it"
              .formatted(MAX_BYTES, bytes.length));
    }
    this.bytes = bytes;
  }

  /**
   * A body with a copy of {@code bytes}.
   *
   * @throws IllegalArgumentException when there are more than {@link #MAX_BYTES}
   */
  public static LogBody of(byte[] bytes) {
    return new LogBody(bytes.clone());
  }

  /** The body that is {@code text} in UTF-8; an unpaired surrogate becomes {@code ?}. */
  public static LogBody of(String text) {
    return new LogBody(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * A body that takes {@code bytes} over without a copy: the caller never writes to the array
   * again.
   */
  public static LogBody unsafeWrap(byte[] bytes) {
    return new LogBody(bytes);
  }

  /** How many bytes the body has. */
  public int length() {
    return bytes.length;
  }

  /** A copy of the bytes. */
  public byte[] toByteArray() {
    return bytes.clone();
  }

  /** The bytes themselves, without a copy: the caller only reads them. */
  public byte[] unsafeArray() {
    return bytes;
  }

  /**
   * The bytes decoded as UTF-8; each malformed part becomes U+FFFD as {@link String#String(byte[],
   * java.nio.charset.Charset)} does it.
   */
  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LogBody that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return text();
  }
}
