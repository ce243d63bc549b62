package io.logsink.pipeline.report;

import io.logsink.api.record.Source;
import io.logsink.pipeline.BatchSettings;
import io.logsink.pipeline.Distribution;
import io.logsink.pipeline.Fate;
import io.logsink.pipeline.LogPipeline;
import io.logsink.pipeline.MovingRate;
import io.logsink.pipeline.PipelineSettings;
import io.logsink.pipeline.PipelineStats;
import io.logsink.pipeline.PipelineStats.Depth;
import io.logsink.pipeline.PipelineStats.SinkHealth;
import io.logsink.pipeline.PipelineStats.SinkState;
import io.logsink.pipeline.SourceRates;
import io.logsink.pipeline.SourceRule;
import io.logsink.pipeline.SourceStats;
import io.logsink.pipeline.Tally;
import io.logsink.pipeline.TallyRate;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Statistics in which every number is another one, so that none can stand in for another. */
final class Samples {
  /** A name with everything that has to be escaped somewhere. */
  static final Source ODD = Source.of("pty:a \"b\" c\\d=é{}");

  static final Source WEB = Source.of("pty:web");
  static final Source DB = Source.of("pty:db");

  private static final SinkHealth HEALTH =
      new SinkHealth(
          SinkState.RETRYING,
          "disk \"full\"\nat /x",
          6,
          7,
          new Distribution(3, 40, 41, 42, 43, 44),
          new Distribution(3, 5e6, 4_000_000, 5_500_000, 6_000_000, 7_000_000));

  private Samples() {}

  /** Two sinks, one of which has everything and the other nothing. */
  static SortedMap<String, PipelineStats> sinks() {
    return new TreeMap<>(Map.of("full", full(1), "idle", idle()));
  }

  /** Of four sources; accounts grow with {@code factor}. */
  static PipelineStats full(long factor) {
    SortedMap<Source, SourceStats> accounts = new TreeMap<>();
    SortedMap<Source, SourceRates> rates = new TreeMap<>();
    int start = 1_000;
    for (Source source : List.of(WEB, DB, ODD, LogPipeline.OWN_SOURCE)) {
      accounts.put(source, account(start * factor));
      rates.put(source, rates(start));
      start += 1_000;
    }
    return new PipelineStats(
        Instant.parse("2026-01-02T03:04:05.678Z"),
        accounts,
        rates,
        new Depth(1, 2, 3, 131_072, Duration.ofMillis(1_500)),
        HEALTH,
        PipelineSettings.DEFAULT
            .withBounds(1 << 20, 1_001, new BatchSettings(101, 9_999, Duration.ofMillis(250)))
            .withMaxSourceCount(77)
            .withRules(List.of(SourceRule.DEFAULT)),
        1 << 19);
  }

  private static SourceStats account(long start) {
    Map<Fate, Tally> fates = new EnumMap<>(Fate.class);
    for (Fate fate : Fate.values()) {
      int number = fates.size();
      fates.put(fate, new Tally(start + number, 10 * start + number));
    }
    Tally inFlight = new Tally(start + 30, start + 31);
    Tally emitted = fates.values().stream().reduce(inFlight, Tally::plus);
    return new SourceStats(emitted, fates, inFlight, start + 32, Duration.ofMillis(start + 33));
  }

  private static SourceRates rates(int start) {
    return new SourceRates(rate(start + 0.5), rate(start + 10.5), rate(start + 20.5));
  }

  private static TallyRate rate(double start) {
    return new TallyRate(
        new MovingRate(start, start + 1, start + 2),
        new MovingRate(start + 3, start + 4, start + 5));
  }

  /** Of a pipeline to which nothing happened. */
  static PipelineStats idle() {
    Distribution none = new Distribution(0, 0, 0, 0, 0, 0);
    return new PipelineStats(
        Instant.EPOCH,
        new TreeMap<>(Map.of(LogPipeline.OWN_SOURCE, SourceStats.ZERO)),
        new TreeMap<>(Map.of(LogPipeline.OWN_SOURCE, SourceRates.ZERO)),
        new Depth(0, 0, 0, 0, Duration.ZERO),
        new SinkHealth(SinkState.WRITING, null, 0, 0, none, none),
        PipelineSettings.DEFAULT,
        1 << 20);
  }
}
