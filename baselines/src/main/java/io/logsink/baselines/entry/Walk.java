package io.logsink.baselines.entry;

import io.logsink.api.Feature;
import io.logsink.api.UnsupportedFeatureException;
import io.logsink.api.query.Cursor;
import io.logsink.api.query.Direction;
import io.logsink.api.query.FilterBounds;
import io.logsink.api.query.LogQuery;
import io.logsink.api.query.Position;

/**
 * Which entries a query runs through.
 *
 * @param from next to this sequence it starts; its own entry is not part of it
 * @param forward towards newer ones
 * @param newest where it ends, whatever is appended meanwhile
 * @param bounds what may be left out
 */
public record Walk(long from, boolean forward, long newest, FilterBounds bounds) {
  static Walk of(LogQuery query, long newest, String backend) {
    boolean forward = query.direction() == Direction.FORWARD;
    long from =
        switch (query.position()) {
          case Position.Oldest() -> 0;
          case Position.Newest() -> forward ? newest : newest + 1;
          case Position.After(Cursor cursor) -> cursor.sequence();
          case Position.At(long nanos) ->
              throw new UnsupportedFeatureException(backend, Feature.SEEK_TIME);
        };
    return new Walk(from, forward, newest, query.filter().bounds());
  }

  /** The lowest sequence of it. */
  public long first() {
    return forward ? from + 1 : 1;
  }

  /** The highest. */
  public long last() {
    return forward ? newest : Math.min(from - 1, newest);
  }

  /** Whether there is nothing to run through. */
  public boolean isEmpty() {
    return first() > last() || bounds.isEmpty();
  }

  /** What is left of it behind {@code sequence}. */
  public Walk after(long sequence) {
    return new Walk(sequence, forward, newest, bounds);
  }

  Cursor end() {
    return new Cursor(forward ? Math.max(from, newest) : 0);
  }
}
