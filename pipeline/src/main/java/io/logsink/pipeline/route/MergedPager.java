package io.logsink.pipeline.route;

import io.logsink.api.LogSinkException;
import io.logsink.api.query.LogQuery;
import org.jspecify.annotations.Nullable;

/** Reads page after page of one query of several sinks. For one thread. */
public final class MergedPager {
  private final MergedReader reader;
  private final LogQuery query;
  private @Nullable MergedCursor cursor;
  private boolean more = true;

  /** A pager that starts where {@code query} does. */
  public MergedPager(MergedReader reader, LogQuery query) {
    this(reader, query, null);
  }

  /**
   * A pager that starts next to {@code cursor}, or where {@code query} does when there is none, and
   * asks for {@code query.limit()} entries a page.
   */
  public MergedPager(MergedReader reader, LogQuery query, @Nullable MergedCursor cursor) {
    this.reader = reader;
    this.query = query;
    this.cursor = cursor;
  }

  /**
   * Whether {@link #next} may have more; true until a page said that the end of all sinks was
   * reached.
   */
  public boolean hasMore() {
    return more;
  }

  /**
   * Reads the next page. Also after the end was reached: then it returns what was appended since.
   */
  public MergedPage next() throws LogSinkException {
    MergedPage page = cursor == null ? reader.read(query) : reader.readAfter(cursor, query);
    cursor = page.cursor();
    more = page.more();
    return page;
  }
}
