package io.logsink.storage;

import io.logsink.api.LogSinkException;
import io.logsink.api.query.Direction;
import io.logsink.api.query.FilterBounds;
import io.logsink.api.query.LogEntry;
import io.logsink.api.record.LogBatch;
import java.util.Map;

/**
 * One time partition of a store, in a folder of its own: what a backend implements. The store
 * around it owns the lock, the sequence, rolling, retention and reading across windows.
 *
 * <p>Threads: {@link #append}, {@link #sync} and {@link #prepareSeal} are called by one thread at a
 * time each and never overlap; {@link #scan} by any number of threads beside them. {@link #seal}
 * and {@link #close} run alone.
 */
public interface Window extends AutoCloseable {
  /**
   * What the window holds: after opening what was recovered, afterwards what was appended; of a
   * damaged window what can be told.
   */
  WindowSummary summary();

  /**
   * Stores the batch whole, at the backend's append durability, with sequences counting up from
   * {@code firstSequence}.
   *
   * @throws WindowFullException when the batch does not fit into this window but may fit into an
   *     empty one; nothing was stored
   * @throws LogSinkException when it failed; nothing was stored, and the window can be appended to
   *     again
   */
  void append(long firstSequence, LogBatch batch) throws WindowFullException, LogSinkException;

  /** Makes everything appended durable at the backend's sync durability. */
  void sync() throws LogSinkException;

  /**
   * Runs through the entries of {@code scan} in its direction. Entries that its bounds exclude may
   * be left out; everything else is visited. Returns early when the visitor declines.
   *
   * @throws io.logsink.api.SinkCorruptException when nothing more of this window can be read; what
   *     was visited stands. Damage that can be stepped over is told to {@link Visitor#damaged}
   *     instead
   */
  void scan(Scan scan, Visitor visitor) throws LogSinkException;

  /**
   * Does the long part of sealing, beside scans: compresses, builds indexes, into files that no
   * scan uses yet. No append comes any more. May run again after a crash or an error.
   */
  void prepareSeal() throws LogSinkException;

  /**
   * Switches to what {@link #prepareSeal} made, durably, and removes what is no longer needed.
   * Short. May run again after a crash.
   */
  void seal() throws LogSinkException;

  /** The bytes that the window takes on disk. */
  long storedBytes();

  /** The engine's own figures and settings, as read back from it. */
  Map<String, String> engine();

  @Override
  void close() throws LogSinkException;

  /**
   * What to run through.
   *
   * @param firstSequence the lowest sequence to visit
   * @param lastSequence the highest sequence to visit: what was appended before the scan began
   * @param direction which way
   * @param bounds what a record must fulfil to be worth visiting
   */
  record Scan(long firstSequence, long lastSequence, Direction direction, FilterBounds bounds) {}

  /** Takes what a scan finds. */
  interface Visitor {
    /** Takes the next entry; returns whether to go on. */
    boolean visit(LogEntry entry);

    /**
     * Is told that the entries with these sequences cannot be read; {@code detail} names the file
     * and what is wrong.
     */
    void damaged(long firstSequence, long lastSequence, String detail);
  }
}
