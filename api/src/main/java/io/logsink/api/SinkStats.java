package io.logsink.api;

import java.util.Map;

/**
 * How much a sink holds, at one moment.
 *
 * @param recordCount records that a query can return
 * @param oldestSequence the oldest one's sequence, or 0 when there are none
 * @param newestSequence the newest one's sequence, or 0 when there are none
 * @param storedBytes bytes taken on disk, or in memory where the store is memory
 * @param windowCount windows, or 1 where the store has none
 * @param engine the engine's own figures and settings as read back from it, such as {@code
 *     journal_mode=wal}, by name
 */
public record SinkStats(
    long recordCount,
    long oldestSequence,
    long newestSequence,
    long storedBytes,
    int windowCount,
    Map<String, String> engine) {
  /** Copies the map. */
  public SinkStats {
    engine = Map.copyOf(engine);
  }
}
