package io.logsink.storage;

import io.logsink.api.LogSinkException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Folders as a durable store needs them. */
public final class Folders {
  private Folders() {}

  /**
   * Makes {@code folder} for a store unless it is there, with those above it.
   *
   * @throws io.logsink.api.SinkUnavailableException when it cannot be
   */
  public static void make(Faults faults, Path folder) throws LogSinkException {
    try {
      Files.createDirectories(folder);
    } catch (FileAlreadyExistsException e) {
      throw faults.unavailable(
          "open", "%s is a file, not a folder; choose another folder".formatted(e.getMessage()), e);
    } catch (IOException e) {
      throw faults.of("open", e);
    }
  }

  /** Makes the names in {@code folder} survive a power loss. */
  public static void sync(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /**
   * Puts {@code content} in the place of {@code file}, durably: after a crash there is the old
   * content or the new one, whole. A temporary file beside it is used and left behind only by a
   * crash.
   */
  public static void replace(Path file, byte[] content) throws IOException {
    Path folder =
        Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a folder");
    Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
    try (FileChannel channel =
        FileChannel.open(
            temporary,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
    Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    sync(folder);
  }

  /** Deletes {@code folder} with all it has; does nothing when it is not there. */
  public static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      Files.walkFileTree(folder, new Deleter());
    }
  }

  /** The bytes of all files below {@code folder}; what vanishes meanwhile counts nothing. */
  public static long sizeBytes(Path folder) throws IOException {
    Sizer sizer = new Sizer();
    Files.walkFileTree(folder, sizer);
    return sizer.bytes;
  }

  private static final class Deleter extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e)
        throws IOException {
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }
  }

  private static final class Sizer extends SimpleFileVisitor<Path> {
    private long bytes;

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      bytes += attributes.size();
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (e instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw e;
    }
  }
}
