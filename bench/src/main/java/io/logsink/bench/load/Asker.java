package io.logsink.bench.load;

import io.logsink.api.LogPager;
import io.logsink.api.LogReader;
import io.logsink.api.LogSinkException;
import io.logsink.api.query.Cursor;
import io.logsink.api.query.LogFilter;
import io.logsink.api.query.LogPage;
import io.logsink.api.query.LogQuery;
import io.logsink.api.query.Position;
import io.logsink.bench.workload.ReaderPlan;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks a store one question of a reader. For one thread. */
final class Asker {
  private final LogReader reader;
  private final ReaderPlan plan;
  private final LogFilter sources;
  private final Supplier<Instant> clock;
  private @Nullable Cursor cursor;
  private int pageCount;

  Asker(LogReader reader, ReaderPlan plan, Supplier<Instant> clock) {
    this.reader = reader;
    this.plan = plan;
    this.sources = LogFilter.sources(plan.sources());
    this.clock = clock;
  }

  /** Asks; returns how many records came, or were counted. */
  long ask() throws LogSinkException {
    return switch (plan.kind()) {
      case NEWEST -> collect(LogQuery.newest(plan.limit()).where(sources));
      case PAGE_BACK -> pageBack();
      case WORDS ->
          collect(
              LogQuery.newest(plan.limit())
                  .where(LogFilter.and(sources, recent(), LogFilter.words(plan.words()))));
      case HISTOGRAM ->
          reader.histogram(LogFilter.and(sources, recent()), plan.bucket()).totalCount();
    };
  }

  private LogFilter recent() {
    return LogFilter.since(clock.get().minus(plan.within()));
  }

  /** A page may have less than was asked for, because the sink looks at so much in one call. */
  private long collect(LogQuery query) throws LogSinkException {
    LogPager pager = new LogPager(reader, query);
    long count = 0;
    while (count < query.limit() && pager.hasMore()) {
      count += pager.next().entries().size();
    }
    return count;
  }

  private long pageBack() throws LogSinkException {
    Position from = cursor == null ? Position.newest() : Position.after(cursor);
    LogPage page = reader.read(LogQuery.newest(plan.limit()).where(sources).from(from));
    pageCount = page.more() ? (pageCount + 1) % plan.pageCount() : 0;
    cursor = pageCount == 0 ? null : page.cursor();
    return page.entries().size();
  }
}
