package io.logsink.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.api.record.AttributeValue;
import io.logsink.api.record.Attributes;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Severity;
import io.logsink.api.record.Source;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One life of a pipeline, with threads. */
final class LawLife {
  static final String ID = "id";
  static final String REJECT = "reject";

  static final List<Source> SOURCES =
      List.of(Source.of("a"), Source.of("b:1"), Source.of("b:2"), Source.of("c"), Source.of("d"));

  private static final List<Overflow> OVERFLOWS = List.of(Overflow.values());

  /** How it ends. */
  enum End {
    CLOSE,
    CLOSE_TOO_EARLY,
    KILL
  }

  private final Random random;
  private final String name;
  private final PipelineSettings settings;
  private final FaultySink sink;
  private final MemoryCounters counters;
  private final PipelineParts parts;
  private final LogPipeline pipeline;
  private final List<List<LogRecord>> loads = new ArrayList<>();
  private final Map<Source, Tally> emitted = new TreeMap<>();
  private long nextId;
  private final long firstId;
  private long killedAtId;

  LawLife(
      Random random,
      int maxSourceCount,
      FakeStore store,
      MemoryCounters counters,
      long firstId,
      String name)
      throws Exception {
    this.random = random;
    this.name = name;
    this.firstId = firstId;
    this.nextId = firstId;
    this.counters = counters;
    this.settings = settings(random, maxSourceCount);
    this.sink = new FaultySink(store, random);
    this.parts = PipelineParts.open(settings, sink, counters, PipelineClock.SYSTEM);
    this.pipeline = new LogPipeline(settings, parts);
    int producers = 1 + random.nextInt(4);
    for (int i = 0; i < producers; i++) {
      loads.add(load());
    }
  }

  private static PipelineSettings settings(Random random, int maxSourceCount) {
    long maxBytes = (64L << 10) + random.nextInt(64 << 10);
    int maxCount = 16 + random.nextInt(200);
    BatchSettings batch =
        new BatchSettings(
            1 + random.nextInt(maxCount / 2),
            1 + random.nextInt((int) maxBytes / 2),
            Duration.ofNanos(random.nextInt(1_000_000)));
    Duration millisecond = Duration.ofMillis(1);
    return new PipelineSettings(
        Path.of("unused"),
        maxBytes,
        maxCount,
        maxSourceCount,
        batch,
        new RetrySettings(millisecond, Duration.ofMillis(2)),
        new TimerSettings(millisecond, millisecond, soon(random), soon(random)),
        Duration.ofSeconds(30),
        List.of(rule("a", random), rule("b:*", random), rule("*", random)));
  }

  private static Duration soon(Random random) {
    return Duration.ofMillis(1 + random.nextInt(5));
  }

  private static SourceRule rule(String sources, Random random) {
    Overflow overflow = OVERFLOWS.get(random.nextInt(OVERFLOWS.size()));
    SourceRule rule =
        SourceRule.DEFAULT
            .withSources(sources)
            .withOverflow(overflow, Duration.ofNanos(random.nextInt(200_000)));
    if (random.nextBoolean()) {
      rule = rule.withCoalescing(soon(random), 1 + random.nextInt(10));
    }
    if (random.nextBoolean()) {
      rule = rule.withRates(rate(random), rate(random));
    }
    return random.nextBoolean()
        ? rule.withSampling(1 + random.nextInt(5), random.nextInt(10))
        : rule;
  }

  private static RateLimit rate(Random random) {
    return new RateLimit(random.nextInt(50_000), 1 + random.nextInt(50));
  }

  private List<LogRecord> load() {
    List<LogRecord> records = new ArrayList<>();
    int count = random.nextInt(300);
    for (int i = 0; i < count; i++) {
      records.add(record());
    }
    return records;
  }

  private LogRecord record() {
    Source source = SOURCES.get(random.nextInt(1 + random.nextInt(SOURCES.size())));
    String text =
        random.nextBoolean()
            ? "repeat %d".formatted(random.nextInt(20))
            : "line " + "xyz".substring(random.nextInt(3)).repeat(random.nextInt(1_000));
    Map<String, AttributeValue> attributes = new TreeMap<>();
    attributes.put(ID, AttributeValue.of(nextId++));
    if (random.nextInt(50) == 0) {
      attributes.put(REJECT, AttributeValue.of(true));
    }
    return LogRecord.of(Instant.EPOCH, source, LogBody.of(text))
        .withSeverity(Severity.ofNumber(1 + random.nextInt(24)))
        .withAttributes(Attributes.of(attributes));
  }

  /** What was handed over. */
  Map<Source, Tally> emitted() {
    return emitted;
  }

  long emittedCount() {
    return nextId - firstId;
  }

  PipelineStats run(End end) throws Exception {
    killedAtId = end == End.KILL && nextId > firstId ? random.nextLong(firstId, nextId) : 0;
    parts.start();
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      List<Future<?>> producers = new ArrayList<>();
      loads.forEach(load -> producers.add(threads.submit(() -> emit(load))));
      check(pipeline.stats());
      for (Future<?> producer : producers) {
        producer.get();
        check(pipeline.stats());
      }
    }
    PipelineStats stats = close(end);
    check(stats);
    assertThat(stats.total().inFlight()).as(name).isEqualTo(Tally.ZERO);
    return stats;
  }

  private void emit(List<LogRecord> load) {
    for (LogRecord record : load) {
      pipeline.emit(record);
      count(record);
      meanwhile(record.source(), FakeStore.number(record, ID));
    }
  }

  /** What others do at any moment: the timers more often than they would, and the killer. */
  private void meanwhile(Source source, long id) {
    if (id == killedAtId) {
      kill();
    } else if (id % 61 == 0) {
      pipeline.endOfSource(source);
    } else if (id % 43 == 0) {
      parts.flow().locked(parts.teller()::tell);
    } else if (id % 97 == 0) {
      parts.saver().save();
    }
  }

  private void count(LogRecord record) {
    synchronized (emitted) {
      emitted.merge(record.source(), new Tally(1, record.body().length()), Tally::plus);
    }
  }

  /** At no moment is a record missing, or too much in the pipeline. */
  private void check(PipelineStats stats) {
    assertThat(stats.sources().values()).as(name).allMatch(SourceStats::balances);
    PipelineStats.Depth depth = stats.depth();
    assertThat(depth.weightBytes()).as(name).isLessThanOrEqualTo(settings.maxBytes());
    assertThat(depth.queuedCount() + depth.inHandCount() + depth.heldCount())
        .as(name)
        .isLessThanOrEqualTo(settings.maxRecordCount());
  }

  /** From here on nothing that this life does reaches the store or the file. */
  private void kill() {
    counters.next();
    sink.cutOff();
  }

  private PipelineStats close(End end) {
    if (end == End.CLOSE) {
      sink.faulty = false;
      return pipeline.close(settings.closeTime());
    }
    if (end == End.KILL && killedAtId == 0) {
      kill();
    }
    PipelineStats stats = pipeline.close(Duration.ofNanos(random.nextInt(100_000)));
    sink.cutOff();
    return stats;
  }
}
