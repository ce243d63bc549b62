package io.logsink.server.wire;

/** What came is not JSON, or more of it than is taken. */
public final class MalformedJsonException extends Exception {
  private static final long serialVersionUID = 1L;

  /** With what is wrong, and where. */
  public MalformedJsonException(String message, Throwable cause) {
    super(message, cause);
  }
}
