package io.logsink.storage;

/** The batch does not fit into this window any more; an empty one may take it. */
public final class WindowFullException extends Exception {
  private static final long serialVersionUID = 1L;

  /** With the engine's word for it. */
  public WindowFullException(String message) {
    super(message);
  }
}
