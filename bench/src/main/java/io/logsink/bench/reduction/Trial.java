package io.logsink.bench.reduction;

import io.logsink.api.record.LogRecord;
import io.logsink.pipeline.RateLimit;
import io.logsink.pipeline.Rehearsal;
import io.logsink.pipeline.SourceRule;
import io.logsink.pipeline.SourceStats;
import java.time.Duration;
import java.util.List;

/**
 * A rule that is tried.
 *
 * @param title what it is called
 * @param rule the rule, for every source
 */
record Trial(String title, SourceRule rule) {
  private static final Duration WINDOW = Duration.ofSeconds(10);
  private static final int KEY_COUNT = 100;
  private static final RateLimit RATE = new RateLimit(50, 500);
  private static final int ONE_OF = 10;
  private static final int TAIL_COUNT = SourceRule.DEFAULT.tailRecordCount();

  /** Each reducer alone, and all of them. */
  static final List<Trial> ALL =
      List.of(
          new Trial(
              "Coalesce: repeats within 10 s, 100 keys",
              SourceRule.DEFAULT.withCoalescing(WINDOW, KEY_COUNT)),
          new Trial(
              "Limit the rate: 50 a second, 500 at once",
              SourceRule.DEFAULT.withRates(RATE, RateLimit.NONE)),
          new Trial("Sample: one of 10", SourceRule.DEFAULT.withSampling(ONE_OF, TAIL_COUNT)),
          new Trial(
              "All three",
              SourceRule.DEFAULT
                  .withCoalescing(WINDOW, KEY_COUNT)
                  .withRates(RATE, RateLimit.NONE)
                  .withSampling(ONE_OF, TAIL_COUNT)));

  /** The account of all {@code lines}, which are in the order of their times. */
  SourceStats run(List<LogRecord> lines) {
    Rehearsal rehearsal = new Rehearsal(List.of(rule));
    lines.forEach(rehearsal::emit);
    return rehearsal.end().values().stream().reduce(SourceStats.ZERO, SourceStats::plus);
  }
}
