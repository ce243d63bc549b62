package io.logsink.pipeline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.logsink.api.InvalidSettingException;
import io.logsink.pipeline.PipelineStats;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

final class StatsReporterTest {
  private static final Duration OFTEN = Duration.ofMillis(1);
  private static final Duration NEVER = Duration.ofDays(1);

  /** Kept, or its level would be lost. */
  private static final Logger COMPLAINTS = Logger.getLogger(StatsReporter.class.getName());

  private final AtomicLong factor = new AtomicLong(1);

  private SortedMap<String, PipelineStats> stats() {
    return new TreeMap<>(Map.of("full", Samples.full(factor.get())));
  }

  @Test
  void countsWhatIsNewFromItsStart() {
    List<String> lines = new ArrayList<>();
    StatsReporter reporter = StatsReporter.start(NEVER, this::stats, lines::add);
    factor.set(3);

    reporter.close();

    assertThat(lines)
        .singleElement()
        .satisfies(line -> assertThat(Pairs.of(line)).containsEntry("dropped_failed", "20000"));
  }

  @Test
  void saysNothingAfterItsLastLines() {
    List<String> lines = new ArrayList<>();
    StatsReporter reporter = StatsReporter.start(NEVER, Samples::sinks, lines::add);

    reporter.close();
    reporter.close();

    assertThat(lines)
        .extracting(line -> Pairs.of(line).get("sink"))
        .containsExactly("full", "idle");
  }

  @Test
  void goesOnByItselfWhateverALineCosts() throws Exception {
    COMPLAINTS.setLevel(Level.OFF);
    CountDownLatch tried = new CountDownLatch(3);
    StatsReporter reporter =
        StatsReporter.start(
            OFTEN,
            this::stats,
            line -> {
              tried.countDown();
              throw new IllegalStateException("nowhere to write");
            });

    assertThat(tried.await(1, TimeUnit.MINUTES)).isTrue();
    reporter.close();
    COMPLAINTS.setLevel(null);
  }

  @Test
  void refusesAnIntervalThatIsNone() {
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> StatsReporter.start(Duration.ZERO, this::stats, _ -> {}))
        .satisfies(e -> assertThat(e.field()).isEqualTo("interval"));
  }
}
