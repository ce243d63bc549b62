package io.logsink.api.query;

/** UTF-8 code point by code point, for sequences of two bytes and more. */
final class Utf8 {
  private Utf8() {}

  /**
   * How many bytes the well-formed sequence at {@code index} has, 2 to 4, or 0 when it is malformed
   * (RFC 3629, table 3-7 of Unicode).
   */
  static int width(byte[] bytes, int index) {
    int lead = bytes[index] & 0xff;
    if (lead < 0xc2 || lead > 0xf4) {
      return 0;
    }
    int width = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    if (index + width > bytes.length || !isSecond(lead, bytes[index + 1] & 0xff)) {
      return 0;
    }
    for (int i = 2; i < width; i++) {
      if ((bytes[index + i] & 0xc0) != 0x80) {
        return 0;
      }
    }
    return width;
  }

  /**
   * The second byte's range is narrower after four leads: no overlong forms, no surrogates, nothing
   * above U+10FFFF.
   */
  private static boolean isSecond(int lead, int second) {
    int low = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
    int high = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
    return low <= second && second <= high;
  }

  /** The code point of the well-formed sequence of {@code width} bytes at {@code index}. */
  static int decode(byte[] bytes, int index, int width) {
    int codePoint = bytes[index] & (0xff >> (width + 1));
    for (int i = 1; i < width; i++) {
      codePoint = (codePoint << 6) | (bytes[index + i] & 0x3f);
    }
    return codePoint;
  }

  /** Writes {@code codePoint} at {@code index} and returns how many bytes that took, 1 to 4. */
  static int encode(int codePoint, byte[] target, int index) {
    if (codePoint < 0x80) {
      target[index] = (byte) codePoint;
      return 1;
    }
    int width = codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    int rest = codePoint;
    for (int i = width - 1; i > 0; i--) {
      target[index + i] = (byte) (0x80 | (rest & 0x3f));
      rest >>= 6;
    }
    target[index] = (byte) ((0xf00 >> width) | rest);
    return width;
  }
}
