package io.logsink.api;

import org.jspecify.annotations.Nullable;

/**
 * The store is damaged. The caller stops writing and tells the operator; what is still readable
 * stays readable.
 */
public final class SinkCorruptException extends LogSinkException {
  private static final long serialVersionUID = 1L;

  /** With what went wrong and, when there is one, the engine's exception. */
  public SinkCorruptException(Fault fault, @Nullable Throwable cause) {
    super(fault, cause);
  }
}
