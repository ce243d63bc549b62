package io.logsink.bench.load;

import io.logsink.api.LogPager;
import io.logsink.api.LogReader;
import io.logsink.api.LogSinkException;
import io.logsink.api.query.Cursor;
import io.logsink.api.query.Gap;
import io.logsink.api.query.LogEntry;
import io.logsink.api.query.LogPage;
import io.logsink.api.query.LogQuery;
import io.logsink.api.query.Position;
import io.logsink.api.record.Source;
import io.logsink.bench.load.Track.Numbers;
import io.logsink.pipeline.Fate;
import io.logsink.pipeline.PipelineStats;
import io.logsink.pipeline.SourceStats;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes an {@link IdCheck} when a load is over and the pipeline closed. For one thread. */
final class IdChecker {
  private static final int PAGE_COUNT = 5_000;

  private final Arrivals arrivals;
  private final Origin origin;
  private final PipelineStats stats;
  private final Map<Source, Numbers> read = new HashMap<>();
  private final List<String> problems = new ArrayList<>();
  private long otherCount;
  private long goneCount;
  private long latestGone;

  IdChecker(Arrivals arrivals, Origin origin, PipelineStats stats) {
    this.arrivals = arrivals;
    this.origin = origin;
    this.stats = stats;
    arrivals.tracks().forEach(track -> read.put(track.source, new Numbers(track.stored)));
  }

  /** Checks the counters, and the store too when it can be read. */
  IdCheck check(LogReader reader, boolean readable, Schedule schedule) throws LogSinkException {
    arrivals.tracks().forEach(this::checkCounters);
    if (readable) {
      LogQuery all = LogQuery.oldest(PAGE_COUNT).from(Position.after(new Cursor(0)));
      LogPager.forEachPage(reader, all, this::take);
      checkRead();
    }
    return new IdCheck(
        schedule.count(),
        arrivals.tracks().stream().mapToLong(track -> track.stored.count()).sum(),
        arrivals.tracks().stream().mapToLong(track -> lostCount(track.source)).sum(),
        readable,
        read.values().stream().mapToLong(Numbers::count).sum(),
        goneCount,
        problems);
  }

  private long lostCount(Source source) {
    return stats.of(source).lost().recordCount();
  }

  private void checkCounters(Track track) {
    SourceStats account = stats.of(track.source);
    long stored = track.stored.count();
    if (account.stored().recordCount() != stored) {
      problems.add(
          "%s: the pipeline counts %d stored, and the sink acknowledged %d"
              .formatted(track.source, account.stored().recordCount(), stored));
    }
    long sent = account.emitted().recordCount();
    long lost = account.lost().recordCount();
    if (sent - lost != stored) {
      problems.add(
          "%s: of %d sent, %d are stored and %d lost (%s); %d are missing"
              .formatted(track.source, sent, stored, lost, fates(account), sent - lost - stored));
    }
    complain(track.source, "were stored twice", track.stored.twiceCount());
    complain(track.source, "were stored and never sent", track.stored.strangeCount());
  }

  private static String fates(SourceStats account) {
    StringBuilder text = new StringBuilder();
    for (Fate fate : Fate.values()) {
      text.append(text.isEmpty() ? "" : ", ")
          .append(fate.word())
          .append(' ')
          .append(account.with(fate).recordCount());
    }
    return text.toString();
  }

  private void complain(Source source, String what, long count) {
    if (count > 0) {
      problems.add("%s: %d records %s".formatted(source, count, what));
    }
  }

  private void take(LogPage page) {
    page.gaps().forEach(this::take);
    for (LogEntry entry : page.entries()) {
      Numbers numbers = read.get(entry.record().source());
      if (numbers == null) {
        otherCount++;
      } else {
        numbers.add(Track.dueNanos(entry.record(), origin));
      }
    }
  }

  private void take(Gap gap) {
    if (gap.cause() != Gap.Cause.RETENTION) {
      problems.add(
          "the records %d to %d cannot be read: %s"
              .formatted(gap.firstSequence(), gap.lastSequence(), gap.detail()));
    }
    long first = Math.max(gap.firstSequence(), latestGone + 1);
    goneCount += arrivals.sequences().countIn(first, gap.lastSequence());
    latestGone = Math.max(latestGone, gap.lastSequence());
  }

  private void checkRead() {
    long missing = arrivals.otherCount() - otherCount;
    for (Track track : arrivals.tracks()) {
      Numbers back = read.getOrDefault(track.source, track.stored);
      missing += track.stored.countWithout(back);
      complain(track.source, "came back twice", back.twiceCount());
      complain(track.source, "came back and were never sent", back.strangeCount());
      complain(track.source, "came back and were never stored", back.countWithout(track.stored));
    }
    if (missing != goneCount) {
      problems.add(
          "%d stored records did not come back, and the store says that %d are gone"
              .formatted(missing, goneCount));
    }
  }
}
