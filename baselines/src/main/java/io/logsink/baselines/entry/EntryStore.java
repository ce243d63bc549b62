package io.logsink.baselines.entry;

import io.logsink.api.query.LogEntry;
import io.logsink.api.record.LogBatch;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What a library has to do for an {@link EntrySink}, which calls {@link #append}, {@link #sync} and
 * {@link #extent} from one thread at a time, {@link #walk} from any, and {@link #close} last.
 * Methods throw what the library throws.
 */
public interface EntryStore {
  /**
   * Stores the batch behind everything else.
   *
   * @return the last record's sequence; those of the others come before it without a hole
   */
  long append(LogBatch batch) throws Exception;

  /** Makes what was appended durable, and readable. */
  void sync() throws Exception;

  /** What a walk that begins now can reach. */
  Extent extent() throws Exception;

  /**
   * Hands the entries of {@code walk} to {@code taker}, in its direction, until that declines.
   * Those that its bounds exclude may be left out.
   */
  void walk(Walk walk, Predicate<LogEntry> taker) throws Exception;

  /** The engine's own figures and settings, read back from it, by name. */
  Map<String, String> engine();

  /** As {@link #sync()}, and lets go of everything. */
  void close() throws Exception;
}
