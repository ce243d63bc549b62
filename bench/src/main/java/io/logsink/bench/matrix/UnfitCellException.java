package io.logsink.bench.matrix;

/**
 * A cell was not what it should have been, so that its figures would be those of something else.
 */
final class UnfitCellException extends Exception {
  private static final long serialVersionUID = 1L;

  UnfitCellException(String message) {
    super(message);
  }
}
