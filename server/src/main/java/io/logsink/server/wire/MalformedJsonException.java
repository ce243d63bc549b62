package io.logsink.server.wire;

import org.jspecify.annotations.Nullable;

/** What came is not JSON, or more of it than is taken. */
public final class MalformedJsonException extends Exception {
  private static final long serialVersionUID = 1L;

  /** With what is wrong, and where. */
  public MalformedJsonException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
