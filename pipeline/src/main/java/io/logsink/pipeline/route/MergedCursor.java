package io.logsink.pipeline.route;

import io.logsink.api.query.Cursor;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A place in several sinks to resume from; stays valid as a {@link Cursor} does. Opaque to users,
 * who keep its {@link #toString()}, {@code ring:s7+sqlite:s42}, and get it back with {@link
 * #parse}.
 *
 * @param cursors the place in each sink, by the sink's name; one at least
 */
public record MergedCursor(SortedMap<String, Cursor> cursors) {
  private static final String BETWEEN = "+";

  /** Checks the names and copies the map. */
  public MergedCursor {
    if (cursors.isEmpty()) {
      throw new IllegalArgumentException("a cursor needs a place in one sink at least");
    }
    cursors.keySet().forEach(SinkName::require);
    cursors = Collections.unmodifiableSortedMap(new TreeMap<>(cursors));
  }

  /**
   * The cursor that {@link #toString()} printed.
   *
   * @throws IllegalArgumentException when {@code text} is not a cursor
   */
  public static MergedCursor parse(String text) {
    SortedMap<String, Cursor> cursors = new TreeMap<>();
    for (String part : text.split(Pattern.quote(BETWEEN), -1)) {
      int colon = part.indexOf(':');
      String sink = part.substring(0, Math.max(colon, 0));
      if (!SinkName.isOne(sink) || cursors.containsKey(sink)) {
        throw new IllegalArgumentException(
            "not a cursor: \"%s\"; use one that an earlier page printed, such as sqlite:s42"
                .formatted(text));
      }
      cursors.put(sink, Cursor.parse(part.substring(colon + 1)));
    }
    return new MergedCursor(cursors);
  }

  @Override
  public String toString() {
    return cursors.entrySet().stream()
        .map(e -> e.getKey() + ":" + e.getValue())
        .collect(Collectors.joining(BETWEEN));
  }
}
