package io.logsink.storage;

import io.logsink.api.LogSinkException;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Lets calls into an open sink, side by side, and closes behind the last one of them. Safe from any
 * thread.
 */
public final class Gate {
  /** A call into the sink. */
  public interface Call<T> {
    /** Does it. */
    T run() throws LogSinkException;
  }

  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final String name;
  private boolean closed;

  /** A gate of the sink with that name, as messages have it. */
  public Gate(String name) {
    this.name = name;
  }

  /**
   * Runs {@code call}, which ends before the sink is closed.
   *
   * @throws IllegalStateException when the sink is closed
   */
  public <T> T pass(Call<T> call) throws LogSinkException {
    lock.readLock().lock();
    try {
      requireOpen();
      return call.run();
    } finally {
      lock.readLock().unlock();
    }
  }

  /**
   * Runs {@code call}, which cannot fail, in the same way.
   *
   * @throws IllegalStateException when the sink is closed
   */
  public <T> T look(Supplier<T> call) {
    lock.readLock().lock();
    try {
      requireOpen();
      return call.get();
    } finally {
      lock.readLock().unlock();
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException(name + " is closed");
    }
  }

  /**
   * Waits for the calls under way, lets no other in, and runs {@code last}; a second time it does
   * nothing.
   */
  public void close(Call<?> last) throws LogSinkException {
    lock.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        last.run();
      }
    } finally {
      lock.writeLock().unlock();
    }
  }
}
