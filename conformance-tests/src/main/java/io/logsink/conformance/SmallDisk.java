package io.logsink.conformance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** A file system in memory that holds a few megabytes. Making one is for root on Linux only. */
final class SmallDisk implements AutoCloseable {
  private final Path folder;

  /**
   * Mounts one on {@code folder}, which it makes.
   *
   * @throws NotRunException when that is not allowed here
   */
  SmallDisk(Path folder, int mebibytes) throws IOException {
    this.folder = Files.createDirectory(folder);
    try {
      command(
          "mount",
          "-t",
          "tmpfs",
          "-o",
          "size=%dm".formatted(mebibytes),
          "tmpfs",
          folder.toString());
    } catch (IOException e) {
      throw new NotRunException(
          "needs the right to mount a small file system: " + e.getMessage(), e);
    }
  }

  void makeReadOnly(boolean readOnly) throws IOException {
    command("mount", "-o", readOnly ? "remount,ro" : "remount,rw", folder.toString());
  }

  private static void command(String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String printed =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException(Arrays.toString(command) + ": " + printed);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    command("umount", "-l", folder.toString());
  }
}
