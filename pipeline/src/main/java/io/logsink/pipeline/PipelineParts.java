package io.logsink.pipeline;

import io.logsink.api.LogAppender;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.api.record.EpochNanos;
import io.logsink.api.record.Source;
import io.logsink.pipeline.PipelineStats.Depth;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a pipeline is made of, put together. */
final class PipelineParts {
  /** Where nothing is coalesced there is nothing to let go either. */
  private static final Duration LONGEST_TICK = Duration.ofHours(1);

  private final LogSink sink;
  private final int maxRecordBytes;
  private final PipelineClock clock;
  private final Flow flow;
  private final Accounts accounts;
  private final Meters meters;
  private final Intake intake;
  private final SinkWatch watch = new SinkWatch();
  private final LossTeller teller;
  private final CountersSaver saver;
  private final Drainer drainer;
  private final Timer chores;
  private final Timer upkeep;
  private final Closing closing;

  private PipelineParts(
      PipelineSettings settings, LogSink sink, CountersStore store, PipelineClock clock) {
    this.sink = sink;
    this.maxRecordBytes = sink.capabilities().maxRecordBytes();
    this.clock = clock;
    this.flow = new Flow(settings.batch(), clock);
    Admission admission = new Admission(settings, flow, clock);
    this.accounts = new Accounts(settings, flow, admission, clock);
    this.meters = new Meters(accounts, clock);
    this.intake = new Intake(flow, admission, accounts);
    this.teller = new LossTeller(accounts, flow, admission, clock);
    this.saver = new CountersSaver(store, accounts, flow, watch, clock);
    SinkGuard guard = new SinkGuard(flow, watch);
    Maintenance maintenance = new Maintenance(sink, clock, guard);
    LogAppender appender = new RecordedAppender(settings.countersFile().toString(), sink);
    BatchWriter writer =
        new BatchWriter(appender, flow, watch, guard, maintenance, settings.retry(), clock);
    this.drainer = new Drainer(sink, flow, watch, guard, writer, settings.timers(), clock);
    this.chores = chores(settings, clock);
    this.upkeep = new Timer(clock).every(settings.timers().maintainInterval(), maintenance::run);
    this.closing =
        new Closing(flow, intake, teller, drainer, writer, saver, clock, this::stopTimers);
  }

  private Timer chores(PipelineSettings settings, PipelineClock timeSource) {
    TimerSettings timers = settings.timers();
    Timer timer = new Timer(timeSource);
    return timer
        .every(tickInterval(settings.rules()), () -> flow.locked(intake::tick))
        .every(Meters.INTERVAL, () -> flow.locked(meters::tick))
        .every(timers.lossInterval(), () -> flow.locked(teller::tell))
        .every(timers.saveInterval(), saver::save);
  }

  /** A quarter of the shortest window, so that none lasts much longer than it should. */
  static Duration tickInterval(List<SourceRule> rules) {
    return rules.stream()
        .filter(SourceRule::coalesces)
        .map(SourceRule::coalesceWindow)
        .min(Duration::compareTo)
        .map(shortest -> shortest.dividedBy(4).plusMillis(1))
        .orElse(LONGEST_TICK);
  }

  private void stopTimers() {
    chores.stop();
    upkeep.stop();
  }

  /** Puts the parts together and the accounts in order. Nothing runs yet. */
  static PipelineParts open(
      PipelineSettings settings, LogSink sink, CountersStore store, PipelineClock clock)
      throws LogSinkException {
    Counters saved = store.load();
    PipelineParts parts = new PipelineParts(settings, sink, store, clock);
    parts.recover(saved == null ? Counters.NONE : saved);
    return parts;
  }

  /** Saved at once, or a process that is killed early would be taken for the one before it. */
  private void recover(Counters saved) throws LogSinkException {
    new Recovery(accounts, saved).run(sink, EpochNanos.of(clock.now()));
    flow.locked(meters::start);
    watch.startAfter(Math.max(saved.sequence(), sink.stats().newestSequence()));
    if (!saved.closed()) {
      flow.locked(() -> teller.tellUncleanEnd(EpochNanos.toInstant(saved.savedNanos())));
    }
    saver.save();
  }

  /** Starts the threads: the drainer's, one for the sink's upkeep, one for everything else. */
  void start() {
    start("logsink-drain", drainer);
    start("logsink-upkeep", upkeep);
    start("logsink-timer", chores);
  }

  private static void start(String name, Runnable task) {
    Thread.ofPlatform().name(name).daemon().start(task);
  }

  PipelineStats stats(PipelineSettings settings) {
    flow.lock();
    try {
      SortedMap<Source, SourceStats> sources = new TreeMap<>();
      SortedMap<Source, SourceRates> rates = new TreeMap<>();
      for (Account account : accounts.all()) {
        sources.put(account.source, account.stats());
        rates.put(account.source, meters.of(account));
      }
      return new PipelineStats(
          clock.now(), sources, rates, depth(), watch.health(), settings, maxRecordBytes);
    } finally {
      flow.unlock();
    }
  }

  private Depth depth() {
    return new Depth(
        flow.count(Place.QUEUED),
        flow.count(Place.IN_HAND),
        flow.count(Place.HELD),
        flow.weight(),
        Duration.ofNanos(flow.waitedNanos()));
  }

  Flow flow() {
    return flow;
  }

  Accounts accounts() {
    return accounts;
  }

  Intake intake() {
    return intake;
  }

  LossTeller teller() {
    return teller;
  }

  CountersSaver saver() {
    return saver;
  }

  Drainer drainer() {
    return drainer;
  }

  Timer chores() {
    return chores;
  }

  Timer upkeep() {
    return upkeep;
  }

  Closing closing() {
    return closing;
  }
}
