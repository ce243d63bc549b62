package io.logsink.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The law under random rules, bounds, faults of the sink, producers, ends and restarts: see {@link
 * LawRun}. With {@code -Dlogsink.seed} and the seed that a failure prints, the same rules and
 * faults come again, though threads meet as they like.
 */
final class LawTest {
  private static final long SEED = Long.getLong("logsink.seed", new Random().nextLong());
  private static final int RUN_COUNT = Integer.getInteger("logsink.runs", 300);

  @Test
  void theLawHolds() throws Exception {
    Random seeds = new Random(SEED);
    Map<Fate, Tally> all = new EnumMap<>(Fate.class);
    for (int i = 0; i < RUN_COUNT; i++) {
      SourceStats total =
          new LawRun(seeds.nextLong(), "logsink.seed=%d, run %d".formatted(SEED, i)).run();
      total.fates().forEach((fate, tally) -> all.merge(fate, tally, Tally::plus));
    }
    assertThat(all).as("every fate was met").hasSize(Fate.values().length);
    assertThat(all.values())
        .as("every fate was met: %s", all)
        .allSatisfy(tally -> assertThat(tally.recordCount()).isPositive());
  }
}
