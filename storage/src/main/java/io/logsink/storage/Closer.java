package io.logsink.storage;

import io.logsink.api.LogSinkException;
import org.jspecify.annotations.Nullable;

/**
 * Runs every step of a closing, also after one has failed, and throws the first failure at the end.
 * For one thread.
 */
public final class Closer {
  /** One step. */
  public interface Step {
    /** Takes it. */
    void run() throws LogSinkException;
  }

  private @Nullable LogSinkException failure;

  /** Runs {@code step}; returns whether it worked. */
  public boolean run(Step step) {
    try {
      step.run();
      return true;
    } catch (LogSinkException e) {
      if (failure == null) {
        failure = e;
      } else {
        failure.addSuppressed(e);
      }
      return false;
    }
  }

  /** Adds the failure to {@code because}, which is thrown anyway. */
  public void addTo(Exception because) {
    if (failure != null) {
      because.addSuppressed(failure);
    }
  }

  /** Throws the first failure, when there was one. */
  public void throwIfFailed() throws LogSinkException {
    if (failure != null) {
      throw failure;
    }
  }
}
