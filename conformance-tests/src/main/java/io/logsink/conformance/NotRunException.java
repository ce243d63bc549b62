package io.logsink.conformance;

/** The machine does not let a test set up what it needs. */
final class NotRunException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotRunException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
