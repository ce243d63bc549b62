package io.logsink.bench.cost;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The kernel's memory of files. GNU {@code dd} can ask it to forget one, without any privilege and
 * without a cost to anybody else's files; other systems are not asked.
 */
final class PageCache {
  private PageCache() {}

  /**
   * Asks the kernel to forget all files below {@code folder}, which nobody has open.
   *
   * @return whether it was asked for every one
   */
  static boolean drop(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> paths = Files.walk(folder)) {
      files = paths.filter(Files::isRegularFile).toList();
    }
    boolean dropped = true;
    for (Path file : files) {
      dropped &= forget(file);
    }
    return dropped;
  }

  /** What is not on disk yet cannot be forgotten. */
  private static boolean forget(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    try {
      Process dd =
          new ProcessBuilder("dd", "if=" + file, "iflag=nocache", "count=0")
              .redirectErrorStream(true)
              .redirectOutput(Redirect.DISCARD)
              .start();
      return dd.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
