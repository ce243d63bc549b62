package io.logsink.pipeline;

import io.logsink.api.record.EpochNanos;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Source;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;

/**
 * Tells what rules would leave of records that are there already, without a sink and without
 * waiting: the reducers of a pipeline, whose time is that of the records. A record that passes is
 * stored at once, so nothing overflows; reducers hold what they may within the bounds of {@link
 * PipelineSettings#DEFAULT}. For one thread.
 */
public final class Rehearsal implements LogEmitter {
  private final RecordTime clock = new RecordTime();
  private final Flow flow;
  private final Accounts accounts;
  private final Intake intake;
  private final long tickNanos;
  private long tickedNanos;

  /** A rehearsal of {@code rules}; the first whose glob matches a source counts for it. */
  public Rehearsal(List<SourceRule> rules) {
    PipelineSettings settings = PipelineSettings.DEFAULT.withRules(rules);
    this.flow = new Flow(settings.batch(), clock);
    Admission admission = new Admission(settings, flow, clock);
    this.accounts = new Accounts(settings, flow, admission, clock);
    this.intake = new Intake(flow, admission, accounts);
    this.tickNanos = PipelineParts.tickInterval(rules).toNanos();
  }

  /** Takes {@code record} at the time of its timestamp, or of the latest one before it. */
  @Override
  public void emit(LogRecord record) {
    LogPipeline.requireForeign(record.source());
    clock.advance(record.timestampNanos());
    Account account = accounts.of(record.source());
    LineKey key = account.key(record);
    flow.locked(() -> {
      tickWhenDue();
      intake.take(flow.arrive(new Item(account, record)), key);
      store();
    });
  }

  private void tickWhenDue() {
    if (clock.nanos() >= tickedNanos + tickNanos) {
      tickedNanos = clock.nanos();
      intake.tick();
    }
  }

  private void store() {
    while (flow.count(Place.QUEUED) > 0) {
      flow.takeBatch().forEach(item -> flow.settle(item, Fate.STORED));
    }
  }

  @Override
  public void endOfSource(Source source) {
    flow.locked(() -> {
      intake.end(source);
      store();
    });
  }

  /** Ends all sources; returns each source's account, in which nothing is in flight any more. */
  public SortedMap<Source, SourceStats> end() {
    SortedMap<Source, SourceStats> ended = new TreeMap<>();
    flow.locked(() -> {
      intake.endAll();
      store();
      accounts.all().forEach(account -> ended.put(account.source, account.stats()));
      ended.remove(LogPipeline.OWN_SOURCE);
    });
    return ended;
  }

  /** The time of the latest record. */
  private static final class RecordTime implements PipelineClock {
    private long nanos;

    void advance(long toNanos) {
      nanos = Math.max(nanos, toNanos);
    }

    @Override
    public Instant now() {
      return EpochNanos.toInstant(nanos);
    }

    @Override
    public long nanos() {
      return nanos;
    }

    /** Who waits for room waits in vain, and nobody has to: what passes is stored at once. */
    @Override
    public void await(Condition condition, long waitNanos) {
      nanos += waitNanos;
    }
  }
}
