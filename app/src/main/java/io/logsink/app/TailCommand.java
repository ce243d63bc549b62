package io.logsink.app;

import io.logsink.api.Access;
import io.logsink.api.LogPager;
import io.logsink.api.LogReader;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.api.SinkUnavailableException;
import io.logsink.api.query.Cursor;
import io.logsink.api.query.LogEntry;
import io.logsink.api.query.LogFilter;
import io.logsink.api.query.LogPage;
import io.logsink.api.query.LogQuery;
import io.logsink.api.query.Position;
import io.logsink.app.entry.EntryWriter;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code logsink tail}: prints the newest entries, and with {@code -f} what is appended from then
 * on. A store that is open read-only stays as it was at opening, so following means to open it
 * again and again, from the cursor where the last reading ended.
 */
@Command(
    name = "tail",
    description = "Prints the newest records of a store that match, and follows it.",
    footer = "Exit code: 0, also when ended by Ctrl-C; 2 on an error.")
final class TailCommand implements Callable<Integer> {
  private static final int PAGE = 1_000;

  private final Console console;

  @Mixin private StoreOptions store;
  @Mixin private FilterOptions filter;
  @Mixin private FormatOption format;

  @Option(
      names = {"-n", "--limit"},
      paramLabel = "N",
      description = "Start with the newest N hits; 10 when not given.")
  private int limit = 10;

  @Option(
      names = {"-f", "--follow"},
      description = "Go on with what is appended, until Ctrl-C.")
  private boolean follow;

  @Option(
      names = "--interval",
      paramLabel = "MILLIS",
      description = "How often to look for more, in milliseconds; 500 when not given.")
  private long intervalMillis = 500;

  TailCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws LogSinkException, IOException, InterruptedException {
    if (limit < 0 || intervalMillis < 1) {
      throw new IllegalArgumentException("-n must be 0 or more, --interval 1 or more");
    }
    LogFilter wanted = filter.filter();
    EntryWriter writer = format.writer(console.out());
    try (UntilInterrupted interrupted = new UntilInterrupted()) {
      Cursor end = printNewest(wanted, writer);
      while (follow && !interrupted.within(Duration.ofMillis(intervalMillis))) {
        end = printSince(end, wanted, writer);
      }
    }
    return 0;
  }

  private Cursor printNewest(LogFilter wanted, EntryWriter writer)
      throws LogSinkException, IOException {
    try (LogSink sink = store.open(Access.READ_ONLY)) {
      Cursor end = sink.read(LogQuery.oldest(1).from(Position.newest())).cursor();
      for (LogEntry entry : newest(sink, wanted, end).reversed()) {
        writer.hit(entry);
      }
      console.out().flush();
      return end;
    }
  }

  /** The newest hits up to {@code end}, newest first. */
  private List<LogEntry> newest(LogReader reader, LogFilter wanted, Cursor end)
      throws LogSinkException {
    List<LogEntry> hits = new ArrayList<>();
    LogPager pager =
        new LogPager(reader, LogQuery.newest(Math.clamp(limit, 1, PAGE)).where(wanted));
    while (hits.size() < limit && pager.hasMore()) {
      LogPage page = pager.next();
      page.gaps().forEach(console::say);
      page.entries().stream()
          .filter(entry -> entry.sequence() <= end.sequence())
          .limit(limit - hits.size())
          .forEach(hits::add);
    }
    return hits;
  }

  /** Prints what came after {@code start}; returns where it ended. */
  private Cursor printSince(Cursor start, LogFilter wanted, EntryWriter writer)
      throws LogSinkException, IOException {
    Cursor end = start;
    try (LogSink sink = store.open(Access.READ_ONLY)) {
      LogQuery query = LogQuery.oldest(PAGE).where(wanted).from(Position.after(start));
      LogPager pager = new LogPager(sink, query);
      while (pager.hasMore()) {
        LogPage page = pager.next();
        page.gaps().forEach(console::say);
        for (LogEntry entry : page.entries()) {
          writer.hit(entry);
        }
        console.out().flush();
        end = page.cursor();
      }
    } catch (SinkUnavailableException e) {
      console.say(e.getMessage() + "; trying again");
    }
    return end;
  }
}
