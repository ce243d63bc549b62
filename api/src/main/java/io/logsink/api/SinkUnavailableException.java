package io.logsink.api;

import org.jspecify.annotations.Nullable;

/**
 * The store cannot be used now but may be later: owned by another process, not writable, an I/O
 * error. The caller keeps the batch, backs off and tries again.
 */
public final class SinkUnavailableException extends LogSinkException {
  private static final long serialVersionUID = 1L;

  /** With what went wrong and, when there is one, the engine's exception. */
  public SinkUnavailableException(Fault fault, @Nullable Throwable cause) {
    super(fault, cause);
  }
}
