package io.logsink.pipeline.route;

import io.logsink.api.query.Gap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One page of several sinks together; it ends as a {@link io.logsink.api.query.LogPage} does.
 *
 * @param entries what matched, in the query's direction; unmodifiable
 * @param cursor how far the page went: next to it the next page starts; stays right when more is
 *     appended
 * @param more false when the page reached the end of all sinks
 * @param gaps by sink, where records are gone between the asked position and the cursor; a sink
 *     without gaps is not there
 */
public record MergedPage(
    List<MergedEntry> entries, MergedCursor cursor, boolean more, Map<String, List<Gap>> gaps) {
  /** Copies the lists. */
  public MergedPage {
    entries = List.copyOf(entries);
    gaps =
        gaps.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> List.copyOf(e.getValue())));
  }
}
