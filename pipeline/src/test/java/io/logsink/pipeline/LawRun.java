package io.logsink.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * One to four lives of a pipeline over one store and one counters file. In each, producers emit
 * records with numbers of their own into a sink with faults, while another thread looks at the
 * statistics; then the pipeline is closed, in time or too early, or its process is killed. The last
 * life ends well, and everything is compared with what really is in the store.
 */
final class LawRun {
  private static final List<LawLife.End> ENDS = List.of(LawLife.End.values());

  private final Random random;
  private final String name;
  private final FakeStore store = new FakeStore();
  private final Map<Source, Tally> emitted = new TreeMap<>();
  private MemoryCounters counters = new MemoryCounters();
  private long nextId = 1;
  private final int maxSourceCount;
  private boolean forgetful;

  LawRun(long seed, String name) {
    this.random = new Random(seed);
    this.name = name;
    this.maxSourceCount = 1 + random.nextInt(2 * LawLife.SOURCES.size());
  }

  /** Runs it; returns the account of all sources. */
  SourceStats run() throws Exception {
    int lives = 1 + random.nextInt(3);
    for (int i = 0; i < lives; i++) {
      live(ENDS.get(random.nextInt(ENDS.size())));
    }
    PipelineStats last = live(LawLife.End.CLOSE);
    checkStored(last);
    checkEmitted(last);
    checkTold(last);
    return last.total();
  }

  private PipelineStats live(LawLife.End end) throws Exception {
    LawLife life = new LawLife(random, maxSourceCount, store, counters, nextId, name);
    PipelineStats stats = life.run(end);
    life.emitted().forEach((source, tally) -> emitted.merge(source, tally, Tally::plus));
    nextId += life.emittedCount();
    counters = counters.next();
    forgetful |= end == LawLife.End.KILL;
    return stats;
  }

  /** With few accounts nobody can say which source has one, so all are taken together. */
  private Source account(Source source) {
    return maxSourceCount < LawLife.SOURCES.size() && !source.equals(LogPipeline.OWN_SOURCE)
        ? LogPipeline.OTHER_SOURCES
        : source;
  }

  private Map<Source, Tally> byAccount(Map<Source, Tally> bySource) {
    Map<Source, Tally> tallies = new TreeMap<>();
    bySource.forEach((source, tally) -> tallies.merge(account(source), tally, Tally::plus));
    tallies.values().removeIf(Tally.ZERO::equals);
    return tallies;
  }

  private Map<Source, Tally> counted(PipelineStats stats, Function<SourceStats, Tally> what) {
    Map<Source, Tally> counted = new TreeMap<>();
    stats.sources().forEach((source, account) -> counted.put(source, what.apply(account)));
    return byAccount(counted);
  }

  /** What counts as stored is what is there, once, and nothing else. */
  private void checkStored(PipelineStats stats) {
    assertThat(counted(stats, SourceStats::stored)).as(name).isEqualTo(byAccount(store.tallies()));
    List<Long> ids = new ArrayList<>();
    for (LogRecord record : store.records()) {
      if (!record.source().equals(LogPipeline.OWN_SOURCE)) {
        ids.add(FakeStore.number(record, LawLife.ID));
      }
    }
    assertThat(ids).as(name).doesNotHaveDuplicates().allMatch(id -> id > 0 && id < nextId);
  }

  /** Only a kill makes the counters forget something, and never invent it. */
  private void checkEmitted(PipelineStats stats) {
    Map<Source, Tally> counted = counted(stats, SourceStats::emitted);
    counted.remove(LogPipeline.OWN_SOURCE);
    Map<Source, Tally> truth = byAccount(emitted);
    if (!forgetful) {
      assertThat(counted).as(name).isEqualTo(truth);
    }
    counted.forEach((source, tally) ->
        assertThat(tally.beyond(truth.getOrDefault(source, Tally.ZERO)))
            .as("%s, %s", name, source)
            .isEqualTo(Tally.ZERO));
  }

  /** What was lost is told in the log, or is still to be told, and neither more nor twice. */
  private void checkTold(PipelineStats stats) throws Exception {
    Counters saved = Objects.requireNonNull(counters.load());
    for (Fate fate : Fate.values()) {
      if (fate.isLoss()) {
        Map<Source, Tally> told = store.told(fate);
        saved
            .losses()
            .forEach((source, losses) -> {
              Loss loss = losses.get(fate);
              told.merge(source, loss == null ? Tally.ZERO : loss.tally(), Tally::plus);
            });
        Map<Source, Tally> lost = new TreeMap<>(counted(stats, account -> account.with(fate)));
        lost.remove(LogPipeline.OWN_SOURCE);
        told.remove(LogPipeline.OWN_SOURCE);
        assertThat(byAccount(told)).as("%s, %s", name, fate).isEqualTo(lost);
      }
    }
  }
}
