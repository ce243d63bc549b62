package io.logsink.app;

import io.logsink.api.LogPager;
import io.logsink.api.LogReader;
import io.logsink.api.LogSinkException;
import io.logsink.api.query.Cursor;
import io.logsink.api.query.Direction;
import io.logsink.api.query.LogEntry;
import io.logsink.api.query.LogFilter;
import io.logsink.api.query.LogQuery;
import io.logsink.api.query.Position;
import io.logsink.app.entry.EntryWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Prints hits with their neighbours, each entry once and in the order of printing, and a separator
 * where that order leaves entries out.
 *
 * <p>Neighbours are read when a hit is there: what follows a hit when the next one is known or
 * there is no next, what leads to it backwards from the hit. One entry more than is printed is read
 * there: it tells whether the hit joins what was printed last.
 */
final class HitPrinter {
  /**
   * What is printed around a hit.
   *
   * @param among what counts as a neighbour
   * @param direction the order of printing
   * @param leadCount how many neighbours are printed before a hit
   * @param trailCount how many after it
   */
  record Context(LogFilter among, Direction direction, int leadCount, int trailCount) {
    private boolean isNone() {
      return leadCount == 0 && trailCount == 0;
    }
  }

  private static final Context NO_CONTEXT =
      new Context(LogFilter.all(), Direction.FORWARD, 0, 0);

  private final @Nullable LogReader reader;
  private final EntryWriter writer;
  private final Context context;
  private @Nullable Cursor printed;

  HitPrinter(LogReader reader, EntryWriter writer, Context context) {
    this(writer, context, reader);
  }

  private HitPrinter(EntryWriter writer, Context context, @Nullable LogReader reader) {
    this.reader = reader;
    this.writer = writer;
    this.context = context;
  }

  /** One that prints hits alone, of whatever stores they are. */
  static HitPrinter withoutContext(EntryWriter writer) {
    return new HitPrinter(writer, NO_CONTEXT, null);
  }

  /** Prints the next hit, in the direction of the context. */
  void print(LogEntry hit) throws IOException, LogSinkException {
    if (!context.isNone()) {
      trailUpTo(hit);
      leadTo(hit);
    }
    writer.hit(hit);
    printed = hit.cursor();
  }

  /** Prints what follows the last hit. */
  void end() throws IOException, LogSinkException {
    if (!context.isNone()) {
      trailUpTo(null);
    }
  }

  private void trailUpTo(@Nullable LogEntry hit) throws IOException, LogSinkException {
    if (printed == null) {
      return;
    }
    for (LogEntry entry : read(printed, context.direction(), context.trailCount())) {
      if (hit != null && !isBefore(entry.cursor(), hit.cursor())) {
        return;
      }
      printContext(entry);
    }
  }

  private void leadTo(LogEntry hit) throws IOException, LogSinkException {
    List<LogEntry> lead = read(hit.cursor(), opposite(), context.leadCount() + 1);
    List<LogEntry> fresh = lead.stream().filter(this::isFresh).limit(context.leadCount()).toList();
    boolean joins = lead.stream().anyMatch(entry -> !isFresh(entry));
    if (printed != null && !joins) {
      writer.separator();
    }
    for (LogEntry entry : fresh.reversed()) {
      printContext(entry);
    }
  }

  private void printContext(LogEntry entry) throws IOException {
    writer.context(entry);
    printed = entry.cursor();
  }

  private boolean isFresh(LogEntry entry) {
    return printed == null || isBefore(printed, entry.cursor());
  }

  private boolean isBefore(Cursor a, Cursor b) {
    boolean lower = a.sequence() < b.sequence();
    return a.sequence() != b.sequence() && lower == (context.direction() == Direction.FORWARD);
  }

  private Direction opposite() {
    return context.direction() == Direction.FORWARD ? Direction.BACKWARD : Direction.FORWARD;
  }

  private List<LogEntry> read(Cursor from, Direction direction, int count) throws LogSinkException {
    List<LogEntry> entries = new ArrayList<>();
    if (count > 0 && reader != null) {
      LogPager pager =
          new LogPager(
              reader, new LogQuery(context.among(), Position.after(from), direction, count));
      while (entries.size() < count && pager.hasMore()) {
        entries.addAll(pager.next().entries());
      }
    }
    return entries.size() > count ? entries.subList(0, count) : entries;
  }
}
