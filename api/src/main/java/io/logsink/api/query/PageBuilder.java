package io.logsink.api.query;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes a page from entries that a sink runs through in the query's direction: applies the exact
 * predicate, counts, and says when to stop. For backend writers. For one thread.
 *
 * <pre>{@code
 * var page = new PageBuilder(query);
 * while (entries.hasNext() && page.offer(entries.next())) {}
 * return page.build(endOfStore);
 * }</pre>
 */
public final class PageBuilder {
  /**
   * The most entries that are looked at for one page, so that a rare match cannot hold a reader up
   * for long.
   */
  static final int MAX_EXAMINED_COUNT = 1_000_000;

  private final LogQuery query;
  private final RecordPredicate predicate;
  private final List<LogEntry> entries = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();
  private long bodyBytes;
  private int examinedCount;
  private long lastSequence = -1;

  /** A builder for one page of {@code query}. */
  public PageBuilder(LogQuery query) {
    this.query = query;
    this.predicate = query.filter().predicate();
  }

  /**
   * Takes the next entry, whether it matches or not.
   *
   * @return whether the page wants more; when false, {@code entry} was taken and is the last
   */
  public boolean offer(LogEntry entry) {
    lastSequence = entry.sequence();
    examinedCount++;
    if (predicate.test(entry.record())) {
      entries.add(entry);
      bodyBytes += entry.record().body().length();
    }
    return !isFull();
  }

  /** Whether the page has reached its limit, its bytes, or the end of its patience. */
  public boolean isFull() {
    return entries.size() >= query.limit()
        || bodyBytes >= LogPage.MAX_BODY_BYTES
        || examinedCount >= MAX_EXAMINED_COUNT;
  }

  /** Notes that records are gone, at this point of the run. */
  public void gap(Gap gap) {
    gaps.add(gap);
  }

  /**
   * The page.
   *
   * @param end the cursor at the end of the store in the query's direction, for a page that is not
   *     full
   */
  public LogPage build(Cursor end) {
    boolean full = isFull();
    return new LogPage(entries, full ? new Cursor(lastSequence) : end, full, gaps);
  }
}
