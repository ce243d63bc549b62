package io.logsink.storage;

import io.logsink.api.LogSinkException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * A window with its manifest entry, opened on first use. Everything that uses the open window holds
 * the read lock; whatever swaps, closes or deletes it holds the write lock, so that no native
 * memory goes away under a reader.
 */
final class WindowHandle {
  /** Uses an open window. */
  interface Use<T> {
    T apply(Window window) throws LogSinkException;
  }

  /** Opens a window in its folder. */
  interface Opener {
    Window open(Path folder, WindowState state) throws LogSinkException;

    /** As the owner does it: recovers what may still be written to, reads the rest. */
    static Opener owner(WindowFormat format) {
      return (folder, state) ->
          switch (state) {
            case ACTIVE, ROLLED -> format.openForAppend(folder);
            case SEALED -> format.openSealed(folder);
            case DAMAGED -> format.openForRead(folder);
          };
    }

    /** As a reader does it, which changes nothing. */
    static Opener reader(WindowFormat format) {
      return (folder, state) -> format.openForRead(folder);
    }
  }

  private final Path folder;
  private final Opener opener;
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private volatile WindowEntry entry;
  private @Nullable Window window;
  private boolean dropped;

  WindowHandle(Path folder, WindowEntry entry, Opener opener) {
    this.folder = folder;
    this.entry = entry;
    this.opener = opener;
  }

  /** A handle of a window that is open already. */
  WindowHandle(Path folder, WindowEntry entry, Opener opener, Window window) {
    this(folder, entry, opener);
    this.window = window;
  }

  Path folder() {
    return folder;
  }

  WindowEntry entry() {
    return entry;
  }

  WindowSummary summary() {
    return entry.summary();
  }

  /** The bytes it takes on disk; as last written down while it is not open. */
  long storedBytes() {
    Lock read = lock.readLock();
    read.lock();
    try {
      return window != null ? window.storedBytes() : entry.storedBytes();
    } finally {
      read.unlock();
    }
  }

  void update(WindowEntry next) {
    entry = next;
  }

  /** Lets {@code use} have the open window; returns null when the window was dropped. */
  <T> @Nullable T use(Use<T> use) throws LogSinkException {
    Lock read = lock.readLock();
    read.lock();
    try {
      Window open = window;
      if (open != null) {
        return use.apply(open);
      }
    } finally {
      read.unlock();
    }
    return openThenUse(use);
  }

  private <T> @Nullable T openThenUse(Use<T> use) throws LogSinkException {
    Lock write = lock.writeLock();
    Lock read = lock.readLock();
    Window open;
    write.lock();
    try {
      if (dropped || !Files.exists(folder)) {
        return null;
      }
      open = window;
      if (open == null) {
        open = opener.open(folder, entry.state());
        window = open;
      }
      read.lock();
    } finally {
      write.unlock();
    }
    try {
      return use.apply(open);
    } finally {
      read.unlock();
    }
  }

  /**
   * Does the short part of sealing, alone, and closes the window so that the next use opens its
   * final form.
   */
  void seal() throws LogSinkException {
    Lock write = lock.writeLock();
    write.lock();
    try {
      Window open = window != null ? window : opener.open(folder, entry.state());
      window = open;
      open.seal();
      entry = entry.with(WindowState.SEALED, open.storedBytes());
      closeNow();
    } finally {
      write.unlock();
    }
  }

  /** Closes the window; the next use opens it again. */
  void close() throws LogSinkException {
    Lock write = lock.writeLock();
    write.lock();
    try {
      closeNow();
    } finally {
      write.unlock();
    }
  }

  /** Closes the window when nobody uses it just now. */
  void closeIfIdle() throws LogSinkException {
    Lock write = lock.writeLock();
    if (write.tryLock()) {
      try {
        closeNow();
      } finally {
        write.unlock();
      }
    }
  }

  /** Closes the window for good. */
  void drop() throws LogSinkException {
    Lock write = lock.writeLock();
    write.lock();
    try {
      dropped = true;
      closeNow();
    } finally {
      write.unlock();
    }
  }

  private void closeNow() throws LogSinkException {
    Window open = window;
    window = null;
    if (open != null) {
      open.close();
    }
  }
}
