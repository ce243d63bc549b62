package io.logsink.bench.matrix;

import io.logsink.api.LogPager;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.api.query.LogEntry;
import io.logsink.api.query.LogPage;
import io.logsink.api.query.LogQuery;
import io.logsink.bench.stretch.Supply;

/** Compares what a store has with what it was given. */
final class StoreCheck {
  private static final int PAGE_COUNT = 2_000;

  private StoreCheck() {}

  /**
   * Checks how many records there are, and whether the newest ones, or all, are those that were
   * supplied.
   */
  static void of(LogSink sink, Supply supply, long suppliedCount, boolean all)
      throws LogSinkException, UnfitCellException {
    long count = sink.stats().recordCount();
    if (count != suppliedCount) {
      throw new UnfitCellException(
          "it has %d records of the %d that were appended".formatted(count, suppliedCount));
    }
    LogPager pager = new LogPager(sink, LogQuery.newest(PAGE_COUNT));
    long next = suppliedCount;
    do {
      next = compare(pager.next(), supply, next);
    } while (all && pager.hasMore());
    if (all && next > 0) {
      throw new UnfitCellException("its oldest %d records do not come back".formatted(next));
    }
  }

  private static long compare(LogPage page, Supply supply, long from) throws UnfitCellException {
    long index = from;
    for (LogEntry entry : page.entries()) {
      index--;
      if (index < 0 || !supply.at(index).equals(entry.record())) {
        throw new UnfitCellException(
            "record %d came back changed or in the wrong place".formatted(entry.sequence()));
      }
    }
    return index;
  }
}
