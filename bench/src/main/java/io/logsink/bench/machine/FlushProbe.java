package io.logsink.bench.machine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** Measures how long the disk takes to flush 4 KB, which bounds every durable append. */
final class FlushProbe {
  private static final int WRITE_BYTES = 4096;
  private static final int WRITE_COUNT = 51;

  private FlushProbe() {}

  /** The median time of a write of 4 KB and its fdatasync, in {@code folder}. */
  static long medianNanos(Path folder) throws IOException {
    Path file = Files.createTempFile(folder, "flush", ".probe");
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      long[] nanos = new long[WRITE_COUNT];
      for (int i = 0; i < nanos.length; i++) {
        nanos[i] = flushNanos(channel);
      }
      Arrays.sort(nanos);
      return nanos[nanos.length / 2];
    } finally {
      Files.delete(file);
    }
  }

  private static long flushNanos(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocateDirect(WRITE_BYTES);
    long start = System.nanoTime();
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.force(false);
    return System.nanoTime() - start;
  }
}
