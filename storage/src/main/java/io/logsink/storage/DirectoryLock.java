package io.logsink.storage;

import io.logsink.api.LogSinkException;
import io.logsink.api.SinkUnavailableException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The ownership of a folder: one owner at a time over all processes of the machine. The operating
 * system gives it back when the process ends in any way, so a lock is never stale; the file {@code
 * LOCK} says who has it, for people and messages.
 */
public final class DirectoryLock implements AutoCloseable {
  private static final String FILE = "LOCK";

  /**
   * What this process holds. Java refuses a second lock of its own by an exception, but closing
   * <em>any</em> channel on a file gives the process's POSIX lock back, so the second attempt must
   * not even open the file.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path key;
  private final FileChannel channel;

  private DirectoryLock(Path key, FileChannel channel) {
    this.key = key;
    this.channel = channel;
  }

  /**
   * Takes ownership of {@code directory}, which exists.
   *
   * @throws SinkUnavailableException when somebody else has it; the message names the process
   */
  public static DirectoryLock acquire(Faults faults, Path directory) throws LogSinkException {
    Path file = directory.resolve(FILE);
    try {
      Path key = directory.toRealPath();
      if (!HELD.add(key)) {
        throw refusal(faults, "this process (pid %d)".formatted(ProcessHandle.current().pid()));
      }
      boolean locked = false;
      try {
        DirectoryLock lock = lock(faults, key, file);
        locked = true;
        return lock;
      } finally {
        if (!locked) {
          HELD.remove(key);
        }
      }
    } catch (IOException e) {
      throw faults.at(file).of("open", e);
    }
  }

  private static DirectoryLock lock(Faults faults, Path key, Path file)
      throws IOException, LogSinkException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      throw refusal(faults, Files.readString(file).strip());
    }
    String owner = "pid %d since %s\n".formatted(ProcessHandle.current().pid(), Instant.now());
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(owner.getBytes(StandardCharsets.UTF_8)), 0);
    return new DirectoryLock(key, channel);
  }

  private static SinkUnavailableException refusal(Faults faults, String owner) {
    return faults.unavailable(
        "open",
        "the store is owned by %s; end that process, open read-only, or choose another folder"
            .formatted(owner),
        null);
  }

  /** Gives ownership back. */
  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      HELD.remove(key);
    }
  }
}
