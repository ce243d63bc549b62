package io.logsink.storage;

import io.logsink.api.LogSinkException;
import io.logsink.api.SinkUnavailableException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

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
   * not even open the file. Its monitor keeps looking and taking apart.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private static final String THIS_PROCESS =
      "this process (pid %d)".formatted(ProcessHandle.current().pid());

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
    synchronized (HELD) {
      try {
        return acquire(faults, directory.toRealPath(), file);
      } catch (IOException e) {
        throw faults.at(file).of("open", e);
      }
    }
  }

  private static DirectoryLock acquire(Faults faults, Path key, Path file)
      throws IOException, LogSinkException {
    if (HELD.contains(key)) {
      throw refusal(faults, THIS_PROCESS);
    }
    DirectoryLock lock = lock(faults, key, file);
    HELD.add(key);
    return lock;
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

  /**
   * Who owns {@code directory}, as a part of a sentence, or null when nobody does. Changes nothing.
   */
  public static @Nullable String ownerOf(Faults faults, Path directory) throws LogSinkException {
    Path file = directory.resolve(FILE);
    synchronized (HELD) {
      try {
        return HELD.contains(directory.toRealPath()) ? THIS_PROCESS : ownerElsewhere(file);
      } catch (NoSuchFileException e) {
        return null;
      } catch (IOException e) {
        throw faults.at(file).of("open", e);
      }
    }
  }

  private static @Nullable String ownerElsewhere(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
      return lock == null ? Files.readString(file).strip() : null;
    }
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
