package io.logsink.rotfile;

import io.logsink.api.record.Source;
import java.util.Map;

/**
 * What a ledger says of its window.
 *
 * @param spans what is stored
 * @param textEnds where each source's lines end
 * @param end where the last append that counts ends in the ledger
 * @param hasUnmarked whether there are appends after the last mark
 */
record LedgerState(Spans spans, Map<Source, Long> textEnds, long end, boolean hasUnmarked) {
  /** Of a ledger without a byte. */
  static final LedgerState EMPTY = new LedgerState(Spans.NONE, Map.of(), 0, false);

  /** This with other ends of lines. */
  LedgerState withTextEnds(Map<Source, Long> other) {
    return new LedgerState(spans, other, end, hasUnmarked);
  }
}
