package io.logsink.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** Files out of a tar archive whose names have at most 100 bytes. */
final class Tar {
  private static final int BLOCK = 512;

  private Tar() {}

  static void forEachFile(
      InputStream archive, Predicate<String> wanted, BiConsumer<String, byte[]> action)
      throws IOException {
    byte[] head = archive.readNBytes(BLOCK);
    while (head.length == BLOCK && head[0] != 0) {
      String name = text(head, 0, 100);
      long length = Long.parseLong(text(head, 124, 12).trim(), 8);
      if (wanted.test(name)) {
        action.accept(name, archive.readNBytes((int) length));
      } else {
        archive.skipNBytes(length);
      }
      archive.skipNBytes((BLOCK - length % BLOCK) % BLOCK);
      head = archive.readNBytes(BLOCK);
    }
  }

  private static String text(byte[] block, int offset, int length) {
    int end = offset;
    while (end < offset + length && block[end] != 0) {
      end++;
    }
    return new String(block, offset, end - offset, StandardCharsets.UTF_8);
  }
}
