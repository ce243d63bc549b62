package io.logsink.storage.block;

/**
 * Bytes that should be a block are not, or not any more. The message says what is wrong with them;
 * the caller adds the file and the place. Nothing was decoded; what stands beside the block is not
 * concerned.
 */
public final class DamagedBlockException extends Exception {
  private static final long serialVersionUID = 1L;

  /** With what is wrong, as a part of a sentence: {@code it is cut off}. */
  public DamagedBlockException(String message) {
    super(message);
  }
}
