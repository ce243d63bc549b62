package io.logsink.rotfile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * The file {@code manifest} of an index: which files belong to it, with checksums over all their
 * bytes, and which spans it was made for. Lucene looks at its own checksums only when it merges; an
 * index with a flipped bit could leave a record out.
 */
final class IndexManifest {
  private static final String FILE = "manifest";
  private static final int BUFFER_BYTES = 1 << 16;

  private IndexManifest() {}

  /** Writes down what is in {@code folder}. */
  static void write(Path folder, long fingerprint) throws IOException {
    byte[] text = describe(folder, fingerprint).getBytes(StandardCharsets.US_ASCII);
    try (FileChannel channel =
        FileChannel.open(
            folder.resolve(FILE), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(text);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }

  /**
   * Checks that all is as it was written down.
   *
   * @throws IOException when it is not
   */
  static void verify(Path folder, long fingerprint) throws IOException {
    byte[] written = Files.readAllBytes(folder.resolve(FILE));
    String found = describe(folder, fingerprint);
    if (!found.equals(new String(written, StandardCharsets.ISO_8859_1))) {
      throw new IOException("the index in %s is damaged, or of another window".formatted(folder));
    }
  }

  private static String describe(Path folder, long fingerprint) throws IOException {
    StringBuilder text = new StringBuilder("logsink-rotfile-index 1\n");
    text.append("spans %016x\n".formatted(fingerprint));
    for (Path file : filesIn(folder)) {
      text.append("%08x %d %s\n".formatted(crc(file), Files.size(file), file.getFileName()));
    }
    return text.toString();
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> !file.endsWith(FILE))
          .sorted()
          .collect(Collectors.toUnmodifiableList());
    }
  }

  private static long crc(Path file) throws IOException {
    CRC32C crc = new CRC32C();
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      while (channel.read(buffer) >= 0) {
        crc.update(buffer.flip());
        buffer.clear();
      }
    }
    return crc.getValue();
  }
}
