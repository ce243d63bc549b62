package io.logsink.rotfile;

import io.logsink.api.record.Source;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * File names of sources, different for different sources, also where the file system takes upper
 * case for lower case.
 */
final class FileNames {
  /** The end of a text file's name. */
  static final String TEXT = ".log";

  /** The end of a sealed text file's name. */
  static final String SEALED = ".log.zst";

  private static final int MAX_BYTES = 255 - SEALED.length();
  private static final int KEPT_BYTES = 180;
  private static final int HASH_BYTES = 16;

  private FileNames() {}

  /**
   * The name without its end. Lower case letters, digits and {@code . _ -} stand for themselves,
   * all but letters and digits not at the start; every other byte of UTF-8 is {@code %XX}. What
   * gets too long for a file system is cut and ends in {@code %-} and a hash of the name.
   */
  static String of(Source source) {
    byte[] name = source.name().getBytes(StandardCharsets.UTF_8);
    StringBuilder encoded = new StringBuilder();
    for (byte b : name) {
      if (standsForItself((char) (b & 0xff), encoded.isEmpty())) {
        encoded.append((char) b);
      } else {
        encoded.append("%%%02X".formatted(b & 0xff));
      }
    }
    return encoded.length() <= MAX_BYTES
        ? encoded.toString()
        : encoded.substring(0, KEPT_BYTES) + "%-" + hash(name);
  }

  private static boolean standsForItself(char c, boolean isFirst) {
    return (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || (!isFirst && (c == '.' || c == '_' || c == '-'));
  }

  private static String hash(byte[] name) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(name);
      return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
