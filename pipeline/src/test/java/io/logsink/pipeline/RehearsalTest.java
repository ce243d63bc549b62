package io.logsink.pipeline;

import static io.logsink.pipeline.Rig.DB;
import static io.logsink.pipeline.Rig.WEB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Severity;
import io.logsink.api.record.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class RehearsalTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private static LogRecord record(Source source, long millis, String text) {
    return LogRecord.of(START.plusMillis(millis), source, LogBody.of(text));
  }

  private static SourceStats run(SourceRule rule, List<LogRecord> records) {
    Rehearsal rehearsal = new Rehearsal(List.of(rule));
    records.forEach(rehearsal::emit);
    return Objects.requireNonNull(rehearsal.end().get(WEB));
  }

  @Test
  void withoutRulesEverythingIsStored() {
    SourceStats stats = run(SourceRule.DEFAULT, List.of(record(WEB, 0, "a"), record(WEB, 1, "bc")));

    assertThat(stats.stored()).isEqualTo(new Tally(2, 3)).isEqualTo(stats.emitted());
  }

  @Test
  void theRateIsThatOfTheTimestamps() {
    SourceRule rule =
        SourceRule.DEFAULT.withSampling(1, 0).withRates(new RateLimit(10, 1), RateLimit.NONE);
    List<LogRecord> records = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      records.add(record(WEB, i * 25L, "line"));
    }

    assertThat(run(rule, records).with(Fate.RATE_LIMITED).recordCount()).isBetween(749L, 751L);
  }

  @Test
  void aWindowEndsByTheTimestamps() {
    SourceRule rule = SourceRule.DEFAULT.withCoalescing(Duration.ofSeconds(1), 10);
    List<LogRecord> together = new ArrayList<>();
    List<LogRecord> apart = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      together.add(record(WEB, i * 100L, "number " + i));
      apart.add(record(WEB, i * 2_000L, "number " + i));
    }

    assertThat(run(rule, together).with(Fate.COALESCED).recordCount()).isEqualTo(3);
    assertThat(run(rule, apart).with(Fate.COALESCED).recordCount()).isZero();
  }

  @Test
  void aSourceThatEndsKeepsItsLastLines() {
    Rehearsal rehearsal = new Rehearsal(List.of(SourceRule.DEFAULT.withSampling(1_000, 3)));
    for (int i = 0; i < 10; i++) {
      rehearsal.emit(record(WEB, i, "line"));
      rehearsal.emit(record(DB, i, "line"));
    }
    rehearsal.endOfSource(WEB);

    assertThat(rehearsal.end().values())
        .extracting(stats -> stats.stored().recordCount())
        .containsExactly(4L, 4L);
  }

  @Test
  void thePipelinesOwnSourceIsRefused() {
    LogRecord own = record(LogPipeline.OWN_SOURCE, 0, "");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Rehearsal(List.of()).emit(own))
        .withMessageContaining("logsink");
  }

  /** The same records through a pipeline, whose clock goes with them, have the same fates. */
  @Test
  void saysWhatAPipelineDoes() throws Exception {
    long seed = Long.getLong("logsink.seed", System.nanoTime());
    Random random = new Random(seed);
    SourceRule rule =
        SourceRule.DEFAULT
            .withCoalescing(Duration.ofMillis(200), 100)
            .withRates(new RateLimit(20, 5), new RateLimit(5, 5))
            .withSampling(3, 4);
    Rehearsal rehearsal = new Rehearsal(List.of(rule));
    Rig rig = Rig.of(PipelineSettings.DEFAULT.withRules(List.of(rule)));

    for (int i = 0; i < 2_000; i++) {
      rig.clock.pass(Duration.ofMillis(random.nextInt(40)));
      Severity severity = random.nextInt(5) == 0 ? Severity.ERROR : Severity.INFO;
      LogRecord emitted = rig.record(WEB, severity, "word" + (char) ('a' + random.nextInt(20)));
      rig.pipeline.emit(emitted);
      rehearsal.emit(emitted);
    }
    SourceStats piped = rig.pipeline.close(Duration.ofMinutes(1)).of(WEB);

    assertThat(rehearsal.end().get(WEB)).as("-Dlogsink.seed=" + seed).isEqualTo(piped);
    assertThat(piped.fates())
        .as("-Dlogsink.seed=" + seed)
        .doesNotContainEntry(Fate.COALESCED, Tally.ZERO)
        .doesNotContainEntry(Fate.RATE_LIMITED, Tally.ZERO)
        .doesNotContainEntry(Fate.SAMPLED, Tally.ZERO);
  }
}
