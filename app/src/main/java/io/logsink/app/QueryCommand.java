package io.logsink.app;

import io.logsink.api.LogSinkException;
import io.logsink.api.query.Cursor;
import io.logsink.api.query.Direction;
import io.logsink.api.query.LogQuery;
import io.logsink.api.query.Position;
import io.logsink.app.entry.EntryWriter;
import io.logsink.pipeline.route.MergedCursor;
import io.logsink.pipeline.route.MergedEntry;
import io.logsink.pipeline.route.MergedPage;
import io.logsink.pipeline.route.MergedPager;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code logsink query}: prints what matches, page by page, as grep would. */
@Command(
    name = "query",
    description = "Prints the records of a store that match.",
    footer = "Exit code: 0 when something matched, 1 when nothing did, 2 on an error.")
final class QueryCommand implements Callable<Integer> {
  private static final int PAGE = 1_000;
  private static final int NOTHING_MATCHED = 1;

  private final Console console;

  @Mixin private StoreOptions store;
  @Mixin private FilterOptions filter;
  @Mixin private ContextOptions context;
  @Mixin private FormatOption format;

  @Option(
      names = {"-n", "--limit"},
      paramLabel = "N",
      description = "At most N hits.")
  private long limit = Long.MAX_VALUE;

  @Option(names = "--newest", description = "Newest first; without it, oldest first.")
  private boolean newest;

  @Option(
      names = "--after",
      paramLabel = "CURSOR",
      description = "Go on after the entry with that cursor, as --format json prints it.")
  private @Nullable Cursor after;

  QueryCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws LogSinkException, IOException {
    if (limit < 1) {
      throw new IllegalArgumentException("--limit must be 1 or more, not " + limit);
    }
    try (Reading reading = store.read(console)) {
      return print(reading) ? 0 : NOTHING_MATCHED;
    }
  }

  private boolean print(Reading reading) throws LogSinkException, IOException {
    MergedPager pager = new MergedPager(reading.reader(), query(), cursor(reading));
    HitPrinter printer = printer(reading);
    long left = limit;
    while (left > 0 && pager.hasMore()) {
      MergedPage page = pager.next();
      console.sayGaps(page);
      for (MergedEntry hit : page.entries().stream().limit(left).toList()) {
        printer.print(hit.entry());
        left--;
      }
      console.out().flush();
    }
    printer.end();
    console.out().flush();
    return left < limit;
  }

  private LogQuery query() {
    return new LogQuery(
        filter.filter(),
        newest ? Position.newest() : Position.oldest(),
        direction(),
        (int) Math.min(limit, PAGE));
  }

  private @Nullable MergedCursor cursor(Reading reading) throws LogSinkException {
    return after == null ? null : reading.one("--after").cursor(after);
  }

  private HitPrinter printer(Reading reading) throws LogSinkException {
    EntryWriter writer = format.writer(console.out());
    return context.isNone()
        ? HitPrinter.withoutContext(writer)
        : new HitPrinter(reading.one("the context of a hit"), writer, context());
  }

  private HitPrinter.Context context() {
    return new HitPrinter.Context(
        filter.neighbours(),
        direction(),
        newest ? context.after() : context.before(),
        newest ? context.before() : context.after());
  }

  private Direction direction() {
    return newest ? Direction.BACKWARD : Direction.FORWARD;
  }
}
