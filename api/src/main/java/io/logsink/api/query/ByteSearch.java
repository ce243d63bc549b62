package io.logsink.api.query;

import java.util.Arrays;

/**
 * Finds a run of bytes, by Horspool's algorithm: compare at the end of the needle, then shift by
 * what the last byte allows.
 */
final class ByteSearch {
  private final byte[] needle;
  private final int[] shift = new int[256];

  ByteSearch(byte[] needle) {
    this.needle = needle;
    Arrays.fill(shift, Math.max(1, needle.length));
    for (int i = 0; i < needle.length - 1; i++) {
      shift[needle[i] & 0xff] = needle.length - 1 - i;
    }
  }

  /** Whether {@code text} has the needle; the empty needle is in every text. */
  boolean isIn(byte[] text) {
    int length = needle.length;
    if (length == 0) {
      return true;
    }
    byte last = needle[length - 1];
    for (int end = length - 1; end < text.length; end += shift[text[end] & 0xff]) {
      if (text[end] == last && Arrays.equals(text, end - length + 1, end, needle, 0, length - 1)) {
        return true;
      }
    }
    return false;
  }
}
