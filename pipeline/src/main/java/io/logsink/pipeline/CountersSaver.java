package io.logsink.pipeline;

import io.logsink.api.record.EpochNanos;
import io.logsink.api.record.Source;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;

/** Writes the accounts down. What could not be written is written the next time. */
final class CountersSaver {
  private static final Logger LOG = System.getLogger(LogPipeline.class.getName());

  private final CountersStore store;
  private final Accounts accounts;
  private final Flow flow;
  private final SinkWatch watch;
  private final PipelineClock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private boolean closed;
  private boolean failed;

  CountersSaver(
      CountersStore store, Accounts accounts, Flow flow, SinkWatch watch, PipelineClock clock) {
    this.store = store;
    this.accounts = accounts;
    this.flow = flow;
    this.watch = watch;
    this.clock = clock;
  }

  /** Saves, unless the last ones were saved. */
  void save() {
    lock.lock();
    try {
      if (!closed) {
        save(snapshot(false));
      }
    } finally {
      lock.unlock();
    }
  }

  /** Saves for the last time; nothing is emitted any more. */
  void saveLast() {
    lock.lock();
    try {
      save(snapshot(true));
      closed = true;
    } finally {
      lock.unlock();
    }
  }

  private void save(Counters counters) {
    try {
      store.save(counters);
      failed = false;
    } catch (IOException e) {
      if (!failed) {
        LOG.log(Level.WARNING, "the pipeline''s counters could not be saved: {0}", e.toString());
      }
      failed = true;
    }
  }

  private Counters snapshot(boolean last) {
    flow.lock();
    try {
      SortedMap<Source, SourceStats> sources = new TreeMap<>();
      accounts.all().forEach(account -> sources.put(account.source, account.stats()));
      boolean nothingInFlight = flow.count() == 0;
      return new Counters(
          last && nothingInFlight,
          EpochNanos.of(clock.now()),
          watch.lastSequence(),
          sources,
          losses());
    } finally {
      flow.unlock();
    }
  }

  /** What loss records in flight tell counts as not told, because they may not arrive. */
  private SortedMap<Source, Map<Fate, Loss>> losses() {
    SortedMap<Source, Map<Fate, Loss>> losses = new TreeMap<>();
    accounts
        .all()
        .forEach(
            account -> account.losses().forEach((fate, loss) -> add(losses, account, fate, loss)));
    flow.forEachTold(told -> add(losses, told.account(), told.fate(), told.loss()));
    return losses;
  }

  private static void add(
      SortedMap<Source, Map<Fate, Loss>> losses, Account account, Fate fate, Loss loss) {
    losses
        .computeIfAbsent(account.source, _ -> new EnumMap<>(Fate.class))
        .merge(fate, loss, Loss::plus);
  }
}
