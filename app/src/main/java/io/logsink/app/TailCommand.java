package io.logsink.app;

import io.logsink.api.LogSinkException;
import io.logsink.api.SinkUnavailableException;
import io.logsink.api.query.Cursor;
import io.logsink.api.query.LogFilter;
import io.logsink.api.query.LogQuery;
import io.logsink.api.query.Position;
import io.logsink.app.entry.EntryWriter;
import io.logsink.pipeline.route.MergedCursor;
import io.logsink.pipeline.route.MergedEntry;
import io.logsink.pipeline.route.MergedPage;
import io.logsink.pipeline.route.MergedPager;
import io.logsink.pipeline.route.MergedReader;
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
 * again and again, from the cursor where the last reading ended; an owner is asked again and again.
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

  /** Whether the last look failed: an owner that has ended is not asked again. */
  private boolean lost;

  TailCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws LogSinkException, IOException, InterruptedException {
    if (limit < 0 || intervalMillis < 1) {
      throw new IllegalArgumentException("-n must be 0 or more, --interval 1 or more");
    }
    LogFilter wanted = filter.filter();
    try (UntilInterrupted interrupted = new UntilInterrupted()) {
      follow(interrupted, wanted, format.writer(console.out()));
    }
    return 0;
  }

  private void follow(UntilInterrupted interrupted, LogFilter wanted, EntryWriter writer)
      throws LogSinkException, IOException, InterruptedException {
    Reading reading = store.read(console);
    try {
      MergedCursor end = printNewest(reading.reader(), wanted, writer);
      while (follow && !interrupted.within(Duration.ofMillis(intervalMillis))) {
        reading = asItIsNow(reading);
        end = printSince(end, reading.reader(), wanted, writer);
      }
    } finally {
      reading.close();
    }
  }

  private Reading asItIsNow(Reading reading) throws LogSinkException {
    if (reading.isLive() && !lost) {
      return reading;
    }
    try {
      Reading next = store.read(console);
      reading.close();
      lost = false;
      return next;
    } catch (SinkUnavailableException e) {
      console.say(e.getMessage() + "; trying again");
      return reading;
    }
  }

  private MergedCursor printNewest(MergedReader reader, LogFilter wanted, EntryWriter writer)
      throws LogSinkException, IOException {
    MergedCursor end = reader.read(LogQuery.oldest(1).from(Position.newest())).cursor();
    for (MergedEntry entry : newest(reader, wanted, end).reversed()) {
      writer.hit(entry.entry());
    }
    console.out().flush();
    return end;
  }

  /** The newest hits up to {@code end}, newest first. */
  private List<MergedEntry> newest(MergedReader reader, LogFilter wanted, MergedCursor end)
      throws LogSinkException {
    List<MergedEntry> hits = new ArrayList<>();
    MergedPager pager =
        new MergedPager(reader, LogQuery.newest(Math.clamp(limit, 1, PAGE)).where(wanted));
    while (hits.size() < limit && pager.hasMore()) {
      MergedPage page = pager.next();
      console.sayGaps(page);
      page.entries().stream()
          .filter(entry -> isUpTo(end, entry))
          .limit(limit - hits.size())
          .forEach(hits::add);
    }
    return hits;
  }

  private static boolean isUpTo(MergedCursor end, MergedEntry entry) {
    Cursor last = end.cursors().get(entry.sink());
    return last != null && entry.entry().sequence() <= last.sequence();
  }

  /** Prints what came after {@code start}; returns where it ended. */
  private MergedCursor printSince(
      MergedCursor start, MergedReader reader, LogFilter wanted, EntryWriter writer)
      throws LogSinkException, IOException {
    MergedCursor end = start;
    try {
      MergedPager pager = new MergedPager(reader, LogQuery.oldest(PAGE).where(wanted), start);
      while (pager.hasMore()) {
        MergedPage page = pager.next();
        console.sayGaps(page);
        for (MergedEntry entry : page.entries()) {
          writer.hit(entry.entry());
        }
        console.out().flush();
        end = page.cursor();
      }
    } catch (SinkUnavailableException e) {
      console.say(e.getMessage() + "; trying again");
      lost = true;
    }
    return end;
  }
}
