package io.logsink.api;

import io.logsink.api.record.LogBatch;

/** Where records are stored. Called by one thread at a time. */
public interface LogAppender {
  /**
   * Stores the batch, whole and in order.
   *
   * <p>On return all its records are stored at the receipt's durability and, when {@link
   * Capabilities#visibility()} is {@link Visibility#ON_APPEND}, visible. When it throws, nothing of
   * the batch is or will be stored, and the next append may succeed.
   *
   * @return the sequences given to the records
   * @throws RecordRejectedException when one record can never be stored
   * @throws SinkFullException when there is no room
   * @throws SinkUnavailableException when it failed for now
   * @throws SinkCorruptException when the store turned out to be damaged
   * @throws IllegalStateException when the sink is closed
   */
  AppendReceipt append(LogBatch batch) throws LogSinkException;

  /**
   * Makes everything appended so far durable up to {@link Capabilities#syncDurability()}, and
   * visible.
   *
   * @throws LogSinkException when that failed; what the receipts promised still holds
   * @throws IllegalStateException when the sink is closed
   */
  void sync() throws LogSinkException;
}
