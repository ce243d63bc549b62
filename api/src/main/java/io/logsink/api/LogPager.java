package io.logsink.api;

import io.logsink.api.query.LogEntry;
import io.logsink.api.query.LogPage;
import io.logsink.api.query.LogQuery;
import io.logsink.api.query.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads page after page of one query. For one thread. */
public final class LogPager {
  private final LogReader reader;
  private LogQuery query;
  private boolean more = true;

  /**
   * A pager that starts where {@code query} does and asks for {@code query.limit()} entries a page.
   */
  public LogPager(LogReader reader, LogQuery query) {
    this.reader = reader;
    this.query = query;
  }

  /**
   * Whether {@link #next} may have more; true until a page said that the store's end was reached.
   */
  public boolean hasMore() {
    return more;
  }

  /**
   * Reads the next page. Also after the end was reached: then it returns what was appended since.
   */
  public LogPage next() throws LogSinkException {
    LogPage page = reader.read(query);
    query = query.from(Position.after(page.cursor()));
    more = page.more();
    return page;
  }

  /** Hands every page up to the end of the store to {@code consumer}. */
  public static void forEachPage(LogReader reader, LogQuery query, Consumer<LogPage> consumer)
      throws LogSinkException {
    LogPager pager = new LogPager(reader, query);
    while (pager.hasMore()) {
      consumer.accept(pager.next());
    }
  }

  /**
   * All entries up to the end of the store, however many pages that takes; they are all in memory.
   */
  public static List<LogEntry> readAll(LogReader reader, LogQuery query) throws LogSinkException {
    List<LogEntry> entries = new ArrayList<>();
    forEachPage(reader, query, page -> entries.addAll(page.entries()));
    return entries;
  }
}
