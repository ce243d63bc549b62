package io.logsink.lmdb;

import io.logsink.api.LogSinkException;
import io.logsink.storage.Faults;
import io.logsink.storage.Folders;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The files of one window's folder. While it is written to there is {@code active.mdb} with its
 * lock file; a sealed window is {@code sealed.mdb} alone. Between the two is one rename: where
 * there is a {@code sealed.mdb}, it is whole and the other files no longer count.
 */
record WindowFiles(Path folder, Faults faults) {
  Path active() {
    return folder.resolve("active.mdb");
  }

  Path sealed() {
    return folder.resolve("sealed.mdb");
  }

  private Path lock() {
    return folder.resolve("active.mdb-lock");
  }

  /** What becomes {@code sealed.mdb}; means nothing when found after a crash. */
  private Path temporary() {
    return folder.resolve("sealed.mdb.tmp");
  }

  /**
   * Whether there is a sealed file.
   *
   * @throws io.logsink.api.SinkCorruptException when there is no file at all
   */
  boolean isSealed() throws LogSinkException {
    boolean active = Files.exists(active());
    boolean sealed = Files.exists(sealed());
    if (!active && !sealed) {
      throw faults.corrupt("open", "there is neither an active.mdb nor a sealed.mdb");
    }
    return sealed;
  }

  /** Makes the empty file that LMDB turns into an environment. */
  void create() throws LogSinkException {
    try {
      Files.createFile(active());
    } catch (IOException e) {
      throw faults.of("create window", e);
    }
  }

  /**
   * Makes the lock file with all its bytes: LMDB would leave holes, and a write through the memory
   * map into a hole of a full disk ends the process.
   */
  void createLock() throws LogSinkException {
    try {
      if (!Files.exists(lock())) {
        Files.write(lock(), new byte[Environment.LOCK_BYTES]);
      }
    } catch (IOException e) {
      throw faults.of("open", e);
    }
  }

  /** Makes the names of the files survive a power loss. */
  void syncNames() throws LogSinkException {
    try {
      Folders.sync(folder);
    } catch (IOException e) {
      throw faults.of("sync", e);
    }
  }

  /** Where to copy the sealed form to; there is nothing yet. */
  Path freshTemporary() throws LogSinkException {
    deleteTemporary();
    return temporary();
  }

  void deleteTemporary() throws LogSinkException {
    try {
      Files.deleteIfExists(temporary());
    } catch (IOException e) {
      throw faults.of("seal", e);
    }
  }

  /** Makes the copy survive a power loss. */
  void syncTemporary() throws LogSinkException {
    try (FileChannel channel = FileChannel.open(temporary(), StandardOpenOption.WRITE)) {
      channel.force(true);
    } catch (IOException e) {
      throw faults.of("seal", e);
    }
  }

  /** Puts the copy in the place of the sealed file. */
  void publishTemporary() throws LogSinkException {
    try {
      Files.move(temporary(), sealed(), StandardCopyOption.ATOMIC_MOVE);
      Folders.sync(folder);
    } catch (IOException e) {
      throw faults.of("seal", e);
    }
  }

  /** Deletes what a sealed window does not need. */
  void deleteActive() throws LogSinkException {
    try {
      Files.deleteIfExists(active());
      Files.deleteIfExists(lock());
      Files.deleteIfExists(temporary());
    } catch (IOException e) {
      throw faults.of("seal", e);
    }
  }

  /** The bytes that all files take on disk now. */
  long sizeBytes(boolean isSealed) {
    return isSealed
        ? sealed().toFile().length()
        : active().toFile().length() + Environment.LOCK_BYTES;
  }
}
