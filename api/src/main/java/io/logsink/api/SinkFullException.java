package io.logsink.api;

import org.jspecify.annotations.Nullable;

/**
 * There is no room. The caller frees space, by {@link LogSink#maintain} or otherwise, and tries
 * again with the same batch.
 */
public final class SinkFullException extends LogSinkException {
  private static final long serialVersionUID = 1L;

  /** With what went wrong and, when there is one, the engine's exception. */
  public SinkFullException(Fault fault, @Nullable Throwable cause) {
    super(fault, cause);
  }
}
