package io.logsink.pipeline;

import java.util.Arrays;

/**
 * A line without what differs from repeat to repeat: terminal escape sequences go, and each number
 * becomes one {@code #}: a run of digits, or a word of hexadecimal digits that has a decimal one
 * and is long enough to be no word of a language. Everything else stays, byte for byte. For one
 * line.
 */
final class LineMask {
  private static final byte ESC = 0x1b;
  private static final byte BEL = 0x07;

  /** The shortest word that is taken for a hexadecimal number without saying so by {@code 0x}. */
  private static final int LEAST_HEX_LENGTH = 6;

  private final byte[] line;
  private final byte[] masked;
  private int at;
  private int length;

  private LineMask(byte[] line) {
    this.line = line;
    this.masked = new byte[line.length];
  }

  /** The masked form of {@code line}. */
  static byte[] mask(byte[] line) {
    return new LineMask(line).run();
  }

  private byte[] run() {
    while (at < line.length) {
      if (line[at] == ESC) {
        escape();
      } else if (isAlphanumeric(line[at])) {
        word();
      } else {
        masked[length++] = line[at++];
      }
    }
    return Arrays.copyOf(masked, length);
  }

  private void escape() {
    int end = escapeEnd();
    if (end < 0) {
      masked[length++] = line[at++];
    } else {
      at = end;
    }
  }

  /** Where the escape sequence that starts here is over, or -1 when it is none or broken off. */
  private int escapeEnd() {
    if (at + 1 >= line.length) {
      return -1;
    }
    return switch (line[at + 1]) {
      case '[' -> finalAfter(skip(skip(at + 2, 0x30, 0x3f), 0x20, 0x2f), 0x40);
      case ']' -> commandEnd(at + 2);
      default -> finalAfter(skip(at + 1, 0x20, 0x2f), 0x30);
    };
  }

  private int skip(int from, int low, int high) {
    int i = from;
    while (i < line.length && line[i] >= low && line[i] <= high) {
      i++;
    }
    return i;
  }

  private int finalAfter(int index, int low) {
    return index < line.length && line[index] >= low && line[index] <= 0x7e ? index + 1 : -1;
  }

  /** An operating system command, such as a window title, ends with BEL or ESC \. */
  private int commandEnd(int from) {
    for (int i = from; i < line.length; i++) {
      if (line[i] == BEL) {
        return i + 1;
      }
      if (line[i] == ESC) {
        return i + 1 < line.length && line[i + 1] == '\\' ? i + 2 : -1;
      }
    }
    return -1;
  }

  private void word() {
    int end = at;
    while (end < line.length && isAlphanumeric(line[end])) {
      end++;
    }
    if (isHexNumber(end)) {
      masked[length++] = '#';
    } else {
      copyWithoutDigits(end);
    }
    at = end;
  }

  private boolean isHexNumber(int end) {
    boolean marked = end - at > 2 && line[at] == '0' && (line[at + 1] | 0x20) == 'x';
    if (!marked && end - at < LEAST_HEX_LENGTH) {
      return false;
    }
    boolean digit = marked;
    for (int i = marked ? at + 2 : at; i < end; i++) {
      if (!isHexDigit(line[i])) {
        return false;
      }
      digit |= isDigit(line[i]);
    }
    return digit;
  }

  private void copyWithoutDigits(int end) {
    for (int i = at; i < end; i++) {
      boolean digit = isDigit(line[i]);
      if (!digit || i == at || !isDigit(line[i - 1])) {
        masked[length++] = digit ? (byte) '#' : line[i];
      }
    }
  }

  private static boolean isAlphanumeric(byte b) {
    return isDigit(b) || ((b | 0x20) >= 'a' && (b | 0x20) <= 'z');
  }

  private static boolean isHexDigit(byte b) {
    return isDigit(b) || ((b | 0x20) >= 'a' && (b | 0x20) <= 'f');
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }
}
