package io.logsink.api;

import org.jspecify.annotations.Nullable;

/**
 * One record of the batch can never be stored; nothing of the batch was. The caller sets that
 * record aside and appends the others.
 */
public final class RecordRejectedException extends LogSinkException {
  private static final long serialVersionUID = 1L;

  private final int recordIndex;

  /** With what is wrong with the record at {@code recordIndex} of the batch, counted from 0. */
  public RecordRejectedException(Fault fault, int recordIndex, @Nullable Throwable cause) {
    super(fault, cause);
    this.recordIndex = recordIndex;
  }

  /** The place of the record in its batch, from 0. */
  public int recordIndex() {
    return recordIndex;
  }
}
