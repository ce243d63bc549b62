package io.logsink.storage;

import io.logsink.api.LogSinkException;
import io.logsink.api.SinkCorruptException;
import io.logsink.api.SinkStats;
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
import io.logsink.api.query.RecordPredicate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Reads across windows, in sequence order, what was visible when the call began. Windows find
 * candidates; the page and the histogram decide with the exact predicate.
 */
final class StoreReader {
  /**
   * What a read works on.
   *
   * @param windows oldest first
   * @param removedThrough the newest sequence that retention removed, or 0
   * @param visibleThrough the newest sequence that may be seen, or 0
   */
  record View(List<WindowHandle> windows, long removedThrough, long visibleThrough) {
    static long newestOf(List<WindowHandle> windows) {
      return windows.stream()
          .map(WindowHandle::summary)
          .mapToLong(WindowSummary::lastSequence)
          .max()
          .orElse(0);
    }

    /** The first sequence that is left, or the one after the newest. */
    long oldestSequence() {
      return windows.stream()
          .map(WindowHandle::summary)
          .filter(summary -> !summary.isEmpty())
          .mapToLong(WindowSummary::firstSequence)
          .findFirst()
          .orElse(visibleThrough + 1);
    }

    SinkStats stats(Map<String, String> engine) {
      long recordCount = windows.stream().mapToLong(window -> window.summary().recordCount()).sum();
      long storedBytes = windows.stream().mapToLong(WindowHandle::storedBytes).sum();
      return new SinkStats(
          recordCount,
          recordCount == 0 ? 0 : oldestSequence(),
          recordCount == 0 ? 0 : newestOf(windows),
          storedBytes,
          windows.size(),
          engine);
    }
  }

  private final OpenWindows open;

  StoreReader(OpenWindows open) {
    this.open = open;
  }

  LogPage read(View view, LogQuery query) throws LogSinkException {
    PageBuilder page = new PageBuilder(query);
    Direction direction = query.direction();
    long start = start(view, query.position(), direction);
    if (query.position() instanceof Position.After) {
      noteRemoved(view, start, direction, page::gap);
    }
    long low = direction == Direction.FORWARD ? start : 1;
    long high =
        direction == Direction.FORWARD
            ? view.visibleThrough()
            : Math.min(start, view.visibleThrough());
    scan(
        view,
        new Window.Scan(low, high, direction, query.filter().bounds()),
        page::offer,
        page::gap);
    return page.build(end(view, start, direction));
  }

  /** The first sequence that the page may have. */
  private long start(View view, Position position, Direction direction) throws LogSinkException {
    boolean forward = direction == Direction.FORWARD;
    return switch (position) {
      case Position.Oldest() -> forward ? view.oldestSequence() : 0;
      case Position.Newest() -> forward ? view.visibleThrough() + 1 : view.visibleThrough();
      case Position.After(Cursor cursor) -> forward ? cursor.sequence() + 1 : cursor.sequence() - 1;
      case Position.At(long nanos) -> at(view, nanos, forward);
    };
  }

  private long at(View view, long nanos, boolean forward) throws LogSinkException {
    LogFilter beyond =
        new LogFilter.TimeRange(forward ? nanos : Long.MIN_VALUE, forward ? Long.MAX_VALUE : nanos);
    RecordPredicate isBeyond = beyond.predicate();
    Direction direction = forward ? Direction.FORWARD : Direction.BACKWARD;
    long[] found = {forward ? view.visibleThrough() + 1 : 0};
    scan(
        view,
        new Window.Scan(1, view.visibleThrough(), direction, beyond.bounds()),
        entry -> {
          if (!isBeyond.test(entry.record())) {
            return true;
          }
          found[0] = entry.sequence();
          return false;
        },
        gap -> {});
    return found[0];
  }

  /** A position that lies before what is left has lost what was between. */
  private static void noteRemoved(View view, long start, Direction direction, Consumer<Gap> gaps) {
    long removed = view.removedThrough();
    long first = direction == Direction.FORWARD ? Math.max(1, start) : 1;
    long last = direction == Direction.FORWARD ? removed : start;
    if (start <= removed && first <= last) {
      gaps.accept(new Gap(first, last, Gap.Cause.RETENTION, ""));
    }
  }

  private static Cursor end(View view, long start, Direction direction) {
    return direction == Direction.FORWARD
        ? new Cursor(Math.max(view.visibleThrough(), start - 1))
        : new Cursor(Math.max(0, Math.min(start + 1, view.oldestSequence())));
  }

  LogHistogram histogram(View view, LogFilter filter, Duration bucket) throws LogSinkException {
    HistogramBuilder histogram = new HistogramBuilder(filter, bucket);
    Window.Scan all = new Window.Scan(1, view.visibleThrough(), Direction.FORWARD, filter.bounds());
    scan(view, all, entry -> offer(histogram, entry), histogram::gap);
    return histogram.build();
  }

  private static boolean offer(HistogramBuilder histogram, LogEntry entry) {
    histogram.offer(entry.record());
    return true;
  }

  private void scan(View view, Window.Scan scan, Predicate<LogEntry> entries, Consumer<Gap> gaps)
      throws LogSinkException {
    List<WindowHandle> windows =
        scan.direction() == Direction.FORWARD ? view.windows() : view.windows().reversed();
    boolean wanted = !scan.bounds().isEmpty();
    for (WindowHandle handle : windows) {
      WindowSummary summary = handle.summary();
      if (wanted && overlaps(summary, scan) && admits(handle, scan.bounds())) {
        wanted = scanWindow(handle, clamp(scan, summary), new Run(entries, gaps));
      }
    }
  }

  private static boolean overlaps(WindowSummary summary, Window.Scan scan) {
    return !summary.isEmpty()
        && summary.firstSequence() <= scan.lastSequence()
        && scan.firstSequence() <= summary.lastSequence();
  }

  private static boolean admits(WindowHandle handle, FilterBounds bounds) {
    WindowSummary summary = handle.summary();
    return bounds.admitsTimes(summary.firstNanos(), summary.lastNanos());
  }

  private static Window.Scan clamp(Window.Scan scan, WindowSummary summary) {
    return new Window.Scan(
        Math.max(scan.firstSequence(), summary.firstSequence()),
        Math.min(scan.lastSequence(), summary.lastSequence()),
        scan.direction(),
        scan.bounds());
  }

  /** Returns whether more is wanted. What cannot be read is a gap, never the end of the answer. */
  private boolean scanWindow(WindowHandle handle, Window.Scan scan, Run run)
      throws LogSinkException {
    try {
      Boolean there = handle.use(window -> run.through(window, scan));
      if (there == null) {
        run.gap(scan, Gap.Cause.RETENTION, "");
      }
      open.used(handle);
    } catch (SinkCorruptException e) {
      run.gap(scan, Gap.Cause.DAMAGE, e.fault().toString());
    }
    return run.wanted;
  }

  /** One run through one window; remembers how far it came. */
  private static final class Run implements Window.Visitor {
    private final Predicate<LogEntry> entries;
    private final Consumer<Gap> gaps;
    private boolean wanted = true;
    private long visited = -1;

    Run(Predicate<LogEntry> entries, Consumer<Gap> gaps) {
      this.entries = entries;
      this.gaps = gaps;
    }

    boolean through(Window window, Window.Scan scan) throws LogSinkException {
      boolean forward = scan.direction() == Direction.FORWARD;
      if (!forward) {
        noteLostTail(window, scan);
      }
      window.scan(scan, this);
      if (forward && wanted) {
        noteLostTail(window, scan);
      }
      return true;
    }

    /** The manifest knows of records that the window, opened after damage, no longer has. */
    private void noteLostTail(Window window, Window.Scan scan) {
      long last =
          window.summary().isEmpty() ? scan.firstSequence() - 1 : window.summary().lastSequence();
      if (last < scan.lastSequence()) {
        long first = Math.max(scan.firstSequence(), last + 1);
        gaps.accept(
            new Gap(first, scan.lastSequence(), Gap.Cause.DAMAGE, "the window has lost its end"));
      }
    }

    /** What of {@code scan} was not visited is gone. */
    void gap(Window.Scan scan, Gap.Cause cause, String detail) {
      boolean forward = scan.direction() == Direction.FORWARD;
      long first = forward && visited >= 0 ? visited + 1 : scan.firstSequence();
      long last = !forward && visited >= 0 ? visited - 1 : scan.lastSequence();
      if (wanted && first <= last) {
        gaps.accept(new Gap(first, last, cause, detail));
      }
    }

    @Override
    public boolean visit(LogEntry entry) {
      visited = entry.sequence();
      wanted = entries.test(entry);
      return wanted;
    }

    @Override
    public void damaged(long firstSequence, long lastSequence, String detail) {
      gaps.accept(new Gap(firstSequence, lastSequence, Gap.Cause.DAMAGE, detail));
    }
  }
}
