package io.logsink.pipeline;

import io.logsink.api.LogPager;
import io.logsink.api.LogReader;
import io.logsink.api.LogSinkException;
import io.logsink.api.query.Cursor;
import io.logsink.api.query.LogPage;
import io.logsink.api.query.LogQuery;
import io.logsink.api.query.Position;
import io.logsink.api.record.LogRecord;
import java.util.HashMap;
import java.util.Map;

/**
 * Brings the accounts of a process that did not close its pipeline up to what the sink has.
 *
 * <p>The counters are those of the last save. What was stored after it is in the sink, behind the
 * sequence that was saved with them: it is read and counted as stored, and as emitted, for it was.
 * Loss records found there say what had been lost meanwhile. Of what was in flight at the save, as
 * much as was found again is accounted for; the rest went with the process and has failed. So the
 * law holds, and what is counted as stored is what the sink acknowledged. What was emitted after
 * the save, and neither stored nor told as lost, nobody knows any more: it is counted nowhere.
 *
 * <p>For one thread, before any other knows of the accounts.
 */
final class Recovery {
  private final Accounts accounts;
  private final Counters saved;
  private final Map<Account, Tally> inFlight = new HashMap<>();
  private final Map<Account, Tally> found = new HashMap<>();

  Recovery(Accounts accounts, Counters saved) {
    this.accounts = accounts;
    this.saved = saved;
  }

  /** Puts the accounts in order; {@code nowNanos} is when, in nanoseconds since 1970. */
  void run(LogReader reader, long nowNanos) throws LogSinkException {
    saved.sources().forEach((source, stats) -> restore(accounts.of(source), stats));
    saved.losses().forEach((source, losses) -> losses.forEach(accounts.of(source)::note));
    if (!saved.closed()) {
      LogQuery query = LogQuery.oldest(LogQuery.MAX_LIMIT);
      Position start = Position.after(new Cursor(saved.sequence()));
      LogPager.forEachPage(reader, query.from(start), this::count);
      found.forEach(this::settleFound);
      inFlight.forEach((account, tally) -> settleMissing(account, tally, nowNanos));
    }
  }

  private void restore(Account account, SourceStats stats) {
    account.restore(stats);
    add(inFlight, account, stats.inFlight());
  }

  private static void add(Map<Account, Tally> tallies, Account account, Tally tally) {
    tallies.merge(account, tally, Tally::plus);
  }

  private void count(LogPage page) {
    page.entries().forEach(entry -> count(entry.record()));
  }

  private void count(LogRecord record) {
    Tally tally = new Tally(1, record.body().length());
    Account account = accounts.of(record.source());
    account.with(Fate.STORED).add(tally);
    add(found, account, tally);
    LossRecords.Said said = LossRecords.parse(record);
    if (said != null) {
      countLoss(accounts.of(said.source()), said.fate(), said.loss().tally());
    }
  }

  /**
   * What of it the counters know is told now; the rest was lost after the save. Records and bytes
   * go each for itself, because the loss that was told may be another one than that they know.
   */
  private void countLoss(Account account, Fate fate, Tally told) {
    Loss known = account.losses().remove(fate);
    Tally unknown = told.beyond(known == null ? Tally.ZERO : known.tally());
    account.with(fate).add(unknown);
    add(found, account, unknown);
    if (known != null) {
      noteRest(account, fate, known, known.tally().beyond(told));
    }
  }

  private static void noteRest(Account account, Fate fate, Loss known, Tally rest) {
    if (!rest.equals(Tally.ZERO)) {
      account.note(fate, new Loss(rest, known.firstNanos(), known.lastNanos()));
    }
  }

  private void settleFound(Account account, Tally tally) {
    account.emitted().add(tally.beyond(inFlight.getOrDefault(account, Tally.ZERO)));
  }

  private void settleMissing(Account account, Tally tally, long nowNanos) {
    Tally missing = tally.beyond(found.getOrDefault(account, Tally.ZERO));
    if (!missing.equals(Tally.ZERO)) {
      account.with(Fate.FAILED).add(missing);
      account.note(Fate.FAILED, new Loss(missing, saved.savedNanos(), nowNanos));
    }
  }
}
