package io.logsink.bench;

/** A sink gave back something else than it was given. */
final class DifferenceException extends Exception {
  private static final long serialVersionUID = 1L;

  DifferenceException(String message) {
    super(message);
  }
}
