package io.logsink.rotfile;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The files of a store that are open, a bounded number of them; the one that is of least use is
 * closed for the next. Every call names its file and opens it when it has to. A file that is thrown
 * out while a call uses it is closed behind that call. Thread-safe.
 *
 * <p>A thread that is interrupted takes the channel down under all others; their calls open the
 * file again and go on.
 */
final class OpenFiles {
  private final Cache<Key, OpenFile> files;

  OpenFiles(int maxCount) {
    this.files =
        Caffeine.newBuilder()
            .maximumSize(maxCount)
            .executor(Runnable::run)
            .removalListener(OpenFiles::retire)
            .build();
  }

  private record Key(Path path, boolean toWrite) {
    FileChannel open() throws IOException {
      return toWrite
          ? FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)
          : FileChannel.open(path, StandardOpenOption.READ);
    }
  }

  private static void retire(@Nullable Key key, @Nullable OpenFile file, RemovalCause cause) {
    if (file != null) {
      file.retire();
    }
  }

  /** Uses a channel; may be called again from the start, on another channel. */
  private interface Use<T> {
    T apply(FileChannel channel) throws IOException;
  }

  /**
   * Reads from {@code at} on until {@code target} is full or the file ends; flips it.
   *
   * @throws java.nio.file.NoSuchFileException when there is no such file
   */
  ByteBuffer read(Path path, ByteBuffer target, long at) throws IOException {
    return use(
        new Key(path, false),
        channel -> {
          target.clear();
          int count = 0;
          while (target.hasRemaining() && count >= 0) {
            count = channel.read(target, at + target.position());
          }
          return target.flip();
        });
  }

  long size(Path path) throws IOException {
    return use(new Key(path, false), FileChannel::size);
  }

  /** Writes the first {@code count} of {@code bytes} at {@code at}; makes the file if need be. */
  void write(Path path, byte[] bytes, int count, long at) throws IOException {
    use(
        new Key(path, true),
        channel -> {
          ByteBuffer rest = ByteBuffer.wrap(bytes, 0, count);
          while (rest.hasRemaining()) {
            channel.write(rest, at + rest.position());
          }
          return count;
        });
  }

  void truncate(Path path, long size) throws IOException {
    use(new Key(path, true), channel -> channel.truncate(size));
  }

  /** Makes the file's bytes survive a power loss. */
  void force(Path path) throws IOException {
    use(
        new Key(path, true),
        channel -> {
          channel.force(false);
          return path;
        });
  }

  /** Closes {@code path}, to be deleted or replaced. */
  void close(Path path) {
    files.invalidate(new Key(path, true));
    files.invalidate(new Key(path, false));
  }

  /** Closes everything in {@code folder}. */
  void closeAllIn(Path folder) {
    files.invalidateAll(
        files.asMap().keySet().stream().filter(key -> key.path.startsWith(folder)).toList());
    files.cleanUp();
  }

  /** How many are open. */
  long count() {
    files.cleanUp();
    return files.estimatedSize();
  }

  private <T> T use(Key key, Use<T> use) throws IOException {
    while (true) {
      OpenFile file = acquire(key);
      try {
        return use.apply(file.channel);
      } catch (ClosedByInterruptException e) {
        throw e;
      } catch (ClosedChannelException e) {
        files.asMap().remove(key, file);
      } finally {
        file.release();
      }
    }
  }

  private OpenFile acquire(Key key) throws IOException {
    while (true) {
      OpenFile found = files.getIfPresent(key);
      if (found == null) {
        OpenFile fresh = new OpenFile(key.open());
        found = files.asMap().putIfAbsent(key, fresh);
        if (found == null) {
          return fresh;
        }
        fresh.retire();
        fresh.release();
      }
      if (found.acquire()) {
        return found;
      }
    }
  }

  /** A channel and how many calls use it; whoever makes one is its first user. */
  private static final class OpenFile {
    private final FileChannel channel;
    private int userCount = 1;
    private boolean retired;

    OpenFile(FileChannel channel) {
      this.channel = channel;
    }

    synchronized boolean acquire() {
      if (retired) {
        return false;
      }
      userCount++;
      return true;
    }

    synchronized void release() {
      userCount--;
      closeIfUnused();
    }

    synchronized void retire() {
      retired = true;
      closeIfUnused();
    }

    private void closeIfUnused() {
      if (retired && userCount == 0) {
        try {
          channel.close();
        } catch (IOException e) {
          // What was written counts as durable only after force(), which reports its own errors.
        }
      }
    }
  }
}
