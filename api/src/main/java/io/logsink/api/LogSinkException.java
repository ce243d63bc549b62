package io.logsink.api;

import org.jspecify.annotations.Nullable;

/**
 * A sink could not do what was asked. There is one subtype for each thing a caller can do about it,
 * and no other; the message names backend, store, operation and the engine's own code.
 */
public abstract sealed class LogSinkException extends Exception
    permits SinkUnavailableException,
        SinkFullException,
        RecordRejectedException,
        SinkCorruptException {
  private static final long serialVersionUID = 1L;

  private final transient Fault fault;

  LogSinkException(Fault fault, @Nullable Throwable cause) {
    super(fault.toString(), cause);
    this.fault = fault;
  }

  /** Where and what. */
  public Fault fault() {
    return fault;
  }

  /**
   * Where it happened and what went wrong.
   *
   * @param backend the backend's name, {@code sqlite}
   * @param store the store: a path or an address
   * @param operation what was being done, {@code append}
   * @param detail what went wrong, with the value and the way out, as one sentence without a final
   *     period
   * @param nativeCode the engine's own code or name for it, such as {@code SQLITE_FULL}, or {@code
   *     -} when it has none
   */
  public record Fault(
      String backend, String store, String operation, String detail, String nativeCode) {
    @Override
    public String toString() {
      return "%s: %s in %s: %s [%s]".formatted(backend, operation, store, detail, nativeCode);
    }
  }
}
