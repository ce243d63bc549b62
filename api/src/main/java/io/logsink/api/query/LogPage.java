package io.logsink.api.query;

import java.util.List;

/**
 * One page of a query's answer. It ends at the limit, when its bodies reach {@link #MAX_BODY_BYTES}
 * (it has one entry at least), at the end of the store, or earlier when the sink has done a bounded
 * amount of looking: so go on while {@link #more()}, also after a page without entries.
 *
 * @param entries what matched, in the query's direction; unmodifiable
 * @param cursor how far the page went: {@link Position#after after} it, in the same direction, the
 *     next page starts; stays right when more is appended
 * @param more false when the page reached the end of the store; true when there may be more, which
 *     may turn out to be nothing
 * @param gaps where records are gone between the asked position and {@code cursor}, in the query's
 *     direction; empty when none are
 */
public record LogPage(List<LogEntry> entries, Cursor cursor, boolean more, List<Gap> gaps) {
  /** The bytes of bodies at which a page ends. */
  public static final long MAX_BODY_BYTES = 8L * 1024 * 1024;

  /** Copies the lists. */
  public LogPage {
    entries = List.copyOf(entries);
    gaps = List.copyOf(gaps);
  }
}
