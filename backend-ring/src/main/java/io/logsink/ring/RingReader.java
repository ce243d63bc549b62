package io.logsink.ring;

import io.logsink.api.query.Cursor;
import io.logsink.api.query.Direction;
import io.logsink.api.query.FilterBounds;
import io.logsink.api.query.Gap;
import io.logsink.api.query.HistogramBuilder;
import io.logsink.api.query.LogEntry;
import io.logsink.api.query.LogFilter;
import io.logsink.api.query.LogHistogram;
import io.logsink.api.query.LogPage;
import io.logsink.api.query.LogQuery;
import io.logsink.api.query.PageBuilder;
import io.logsink.api.query.Position;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Answers queries from a ring: what was visible when the call began, slice by slice. Thread-safe.
 */
final class RingReader {
  private final Ring ring;

  RingReader(Ring ring) {
    this.ring = ring;
  }

  LogPage read(LogQuery query) {
    Ring.View view = ring.view();
    PageBuilder page = new PageBuilder(query);
    long start = start(view, query.position(), query.direction());
    if (query.direction() == Direction.BACKWARD && start < view.oldestSequence()) {
      return nothingBefore(view, start, query.position(), page);
    }
    Run run = new Run(view.lost(), query.direction(), page::offer, page::gap);
    long until =
        query.direction() == Direction.FORWARD ? view.newestSequence() : view.oldestSequence();
    run.through(start, until, query.filter().bounds());
    return page.build(end(view, start, query.direction()));
  }

  /** The first sequence that the page may have. */
  private long start(Ring.View view, Position position, Direction direction) {
    boolean isForward = direction == Direction.FORWARD;
    return switch (position) {
      case Position.Oldest() -> isForward ? view.oldestSequence() : 0;
      case Position.Newest() -> isForward ? view.nextSequence() : view.newestSequence();
      case Position.After(Cursor cursor) ->
          isForward
              ? cursor.sequence() + 1
              : Math.min(cursor.sequence() - 1, view.newestSequence());
      case Position.At(long nanos) -> at(view, nanos, direction);
    };
  }

  private long at(Ring.View view, long nanos, Direction direction) {
    boolean isForward = direction == Direction.FORWARD;
    FilterBounds beyond =
        new LogFilter.TimeRange(
                isForward ? nanos : Long.MIN_VALUE, isForward ? Long.MAX_VALUE : nanos)
            .bounds();
    long[] found = {isForward ? view.nextSequence() : 0};
    Run run =
        new Run(
            view.lost(),
            direction,
            entry -> {
              found[0] = entry.sequence();
              return false;
            },
            gap -> {});
    if (isForward) {
      run.through(view.oldestSequence(), view.newestSequence(), beyond);
    } else {
      run.through(view.newestSequence(), view.oldestSequence(), beyond);
    }
    return found[0];
  }

  /** Backwards from before everything there is. */
  private static LogPage nothingBefore(
      Ring.View view, long start, Position position, PageBuilder page) {
    if (position instanceof Position.After && start >= 1) {
      view.lost().explain(1, start, Direction.BACKWARD, page::gap);
    }
    return page.build(new Cursor(0));
  }

  private static Cursor end(Ring.View view, long start, Direction direction) {
    return direction == Direction.FORWARD
        ? new Cursor(Math.max(view.newestSequence(), start - 1))
        : new Cursor(view.oldestSequence());
  }

  LogHistogram histogram(LogFilter filter, Duration bucket) {
    HistogramBuilder histogram = new HistogramBuilder(filter, bucket);
    Ring.View view = ring.view();
    Predicate<LogEntry> count =
        entry -> {
          histogram.offer(entry.record());
          return true;
        };
    new Run(view.lost(), Direction.FORWARD, count, gap -> {})
        .through(view.oldestSequence(), view.newestSequence(), filter.bounds());
    view.lost().stretches().forEach(histogram::gap);
    return histogram.build();
  }

  /** One run through the ring. */
  private final class Run {
    private final LostStretches lost;
    private final Direction direction;
    private final Predicate<LogEntry> entries;
    private final Consumer<Gap> gaps;

    /** Told with the next record, because it may go on in the next slice. */
    private Slice.@Nullable Hole pending;

    /**
     * A run that ends when {@code entries} wants no more; then {@code gaps} got only what is before
     * its last one.
     */
    Run(LostStretches lost, Direction direction, Predicate<LogEntry> entries, Consumer<Gap> gaps) {
      this.lost = lost;
      this.direction = direction;
      this.entries = entries;
      this.gaps = gaps;
    }

    void through(long start, long until, FilterBounds bounds) {
      long next = start;
      boolean wanted = true;
      boolean more = true;
      while (wanted && more) {
        Slice slice = ring.slice(next, until, direction, bounds);
        wanted = take(slice);
        more = !slice.isLast();
        next = slice.next();
      }
      if (wanted) {
        tellPending();
      }
    }

    private boolean take(Slice slice) {
      for (Slice.Part part : slice.parts()) {
        switch (part) {
          case Slice.Hole hole -> take(hole);
          case Slice.Found(StoredRecord stored) -> {
            tellPending();
            if (!entries.test(stored.entry())) {
              return false;
            }
          }
        }
      }
      return true;
    }

    private void take(Slice.Hole hole) {
      Slice.Hole before = pending;
      if (before != null && before.touches(hole)) {
        pending = before.plus(hole);
      } else {
        tellPending();
        pending = hole;
      }
    }

    private void tellPending() {
      if (pending != null) {
        lost.explain(pending.firstSequence(), pending.lastSequence(), direction, gaps);
        pending = null;
      }
    }
  }
}
