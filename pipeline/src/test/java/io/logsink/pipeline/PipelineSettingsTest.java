package io.logsink.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.logsink.api.InvalidSettingException;
import io.logsink.api.record.Source;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

final class PipelineSettingsTest {
  private static final PipelineSettings DEFAULT = PipelineSettings.DEFAULT;

  @Test
  void everyDefaultIsPinned() {
    assertThat(DEFAULT)
        .isEqualTo(
            new PipelineSettings(
                Path.of("logsink-data", "pipeline-counters"),
                10_485_760,
                50_000,
                1_000,
                new BatchSettings(2_000, 1_048_576, Duration.ofMillis(100)),
                new RetrySettings(Duration.ofMillis(50), Duration.ofSeconds(5)),
                new TimerSettings(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(5)),
                Duration.ofSeconds(10),
                List.of()));
    assertThat(SourceRule.DEFAULT)
        .isEqualTo(
            new SourceRule(
                "*",
                Overflow.DROP_OLDEST,
                Duration.ofSeconds(1),
                Duration.ZERO,
                100,
                new RateLimit(0, 1),
                new RateLimit(0, 1),
                1,
                20));
  }

  @Test
  void eachWithChangesItsComponents() {
    Path file = Path.of("elsewhere");
    BatchSettings batch = new BatchSettings(3, 4, Duration.ZERO);
    RetrySettings retry = new RetrySettings(Duration.ofMillis(1), Duration.ofMillis(2));
    Duration second = Duration.ofSeconds(1);
    TimerSettings timers = new TimerSettings(second, second, second, second);
    List<SourceRule> rules = List.of(SourceRule.DEFAULT.withSources("x"));

    assertThat(
            DEFAULT
                .withCountersFile(file)
                .withBounds(1 << 20, 100, batch)
                .withMaxSourceCount(7)
                .withTimes(retry, timers, second)
                .withRules(rules))
        .isEqualTo(
            new PipelineSettings(file, 1 << 20, 100, 7, batch, retry, timers, second, rules));
  }

  @Test
  void eachWithOfARuleChangesItsComponents() {
    RateLimit rate = new RateLimit(1, 2);
    RateLimit urgent = new RateLimit(3, 4);
    Duration block = Duration.ofMillis(5);
    Duration window = Duration.ofMillis(6);

    assertThat(
            SourceRule.DEFAULT
                .withSources("a?")
                .withOverflow(Overflow.BLOCK, block)
                .withCoalescing(window, 7)
                .withRates(rate, urgent)
                .withSampling(8, 9))
        .isEqualTo(new SourceRule("a?", Overflow.BLOCK, block, window, 7, rate, urgent, 8, 9));
  }

  @Test
  void theFirstRuleThatMatchesCounts() {
    SourceRule web = SourceRule.DEFAULT.withSources("pty:web");
    SourceRule pty = SourceRule.DEFAULT.withSources("pty:*");
    PipelineSettings settings = DEFAULT.withRules(List.of(web, pty));

    assertThat(settings.ruleFor(Source.of("pty:web"))).isSameAs(web);
    assertThat(settings.ruleFor(Source.of("pty:db"))).isSameAs(pty);
    assertThat(settings.ruleFor(Source.of("rpc"))).isSameAs(SourceRule.DEFAULT);
  }

  @Test
  void refusesBoundsThatCannotBe() {
    BatchSettings batch = BatchSettings.DEFAULT;
    assertRefused("maxBytes", () -> DEFAULT.withBounds((64 << 10) - 1, 50_000, batch));
    assertRefused("maxRecordCount", () -> DEFAULT.withBounds(10 << 20, 15, batch));
    assertRefused("batch.maxBytes", () -> DEFAULT.withBounds((2 << 20) - 1, 50_000, batch));
    assertRefused("batch.maxRecordCount", () -> DEFAULT.withBounds(10 << 20, 3_999, batch));
    assertRefused("maxSourceCount", () -> DEFAULT.withMaxSourceCount(0));
    assertRefused("maxSourceCount", () -> DEFAULT.withMaxSourceCount(100_001));
    assertRefused("maxRecordCount", () -> new BatchSettings(0, 1, Duration.ZERO));
    assertRefused("maxBytes", () -> new BatchSettings(1, 0, Duration.ZERO));
  }

  @Test
  void refusesTimesThatCannotBe() {
    Duration day = Duration.ofDays(1);
    Duration none = Duration.ZERO;
    assertRefused("maxDelay", () -> new BatchSettings(1, 1, Duration.ofMillis(-1)));
    assertRefused("firstDelay", () -> new RetrySettings(none, day));
    assertRefused("maxDelay", () -> new RetrySettings(Duration.ofMillis(2), Duration.ofMillis(1)));
    assertRefused("syncInterval", () -> new TimerSettings(none, day, day, day));
    assertRefused("maintainInterval", () -> new TimerSettings(day, none, day, day));
    assertRefused("lossInterval", () -> new TimerSettings(day, day, none, day));
    assertRefused("saveInterval", () -> new TimerSettings(day, day, day, day.plusMillis(1)));
    assertRefused("closeTime", () -> DEFAULT.withTimes(DEFAULT.retry(), DEFAULT.timers(), day));
  }

  @Test
  void refusesRulesThatCannotBe() {
    SourceRule rule = SourceRule.DEFAULT;
    assertRefused("sources", () -> rule.withSources(""));
    assertRefused("blockTime", () -> rule.withOverflow(Overflow.BLOCK, Duration.ofSeconds(61)));
    assertRefused("coalesceWindow", () -> rule.withCoalescing(Duration.ofMillis(-1), 100));
    assertRefused("coalesceKeyCount", () -> rule.withCoalescing(Duration.ofMillis(1), 0));
    assertRefused("sampleOneOf", () -> rule.withSampling(0, 1));
    assertRefused("tailRecordCount", () -> rule.withSampling(1, 1_001));
    assertRefused("perSecondCount", () -> new RateLimit(-1, 1));
    assertRefused("burstCount", () -> new RateLimit(1, 0));
  }

  private static void assertRefused(String field, ThrowingCallable making) {
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(making)
        .satisfies(e -> assertThat(e.field()).isEqualTo(field));
  }
}
