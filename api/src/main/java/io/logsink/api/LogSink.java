package io.logsink.api;

import java.time.Instant;

/**
 * One open store. Reading is safe from any thread at any time; appending and {@link #sync()} are
 * for one thread at a time; {@link #maintain} and {@link #stats} may run beside both.
 */
public interface LogSink extends LogAppender, LogReader, AutoCloseable {
  /** What this sink can do; the same value while it is open. */
  Capabilities capabilities();

  /**
   * Does the upkeep that is due at {@code now}: retention, sealing of full windows, checkpoints.
   * Bounded work: a call seals at most one window and says whether more waits. Appends and reads go
   * on meanwhile.
   *
   * @param now the time that ages are measured from
   * @throws SinkUnavailableException when the upkeep could not be done; nothing stored is lost,
   *     call again later
   * @throws SinkFullException when it needs room that is not there
   */
  MaintenanceReport maintain(Instant now) throws LogSinkException;

  /** How much is stored, now. */
  SinkStats stats();

  /**
   * Makes everything appended as durable as {@link #sync()} does, and lets go of the store. Reads
   * under way end first. A second call does nothing; every other method then throws {@link
   * IllegalStateException}.
   *
   * @throws LogSinkException when the last records could not be made durable; the store is let go
   *     of all the same
   */
  @Override
  void close() throws LogSinkException;
}
