package io.logsink.bench.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.logsink.api.record.Source;
import io.logsink.bench.capacity.Loads;
import io.logsink.bench.document.Lines;
import io.logsink.bench.document.Lines.Point;
import io.logsink.bench.document.Unit;
import io.logsink.bench.document.Waterfall;
import io.logsink.bench.document.Waterfall.Step;
import io.logsink.bench.load.Latency;
import io.logsink.bench.load.LoadResult;
import io.logsink.bench.load.Moment;
import io.logsink.bench.load.SourceResult;
import io.logsink.pipeline.Fate;
import io.logsink.pipeline.SourceStats;
import io.logsink.pipeline.Tally;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class LoadPageTest {
  private static final LoadResult RESULT = result();

  private static LoadResult result() {
    LoadResult good = Loads.GOOD.result();
    SourceStats account =
        new SourceStats(
            new Tally(100, 0),
            Map.of(
                Fate.STORED, new Tally(70, 0),
                Fate.SAMPLED, new Tally(10, 0),
                Fate.OVERFLOWED, new Tally(20, 0)),
            Tally.ZERO,
            0,
            Duration.ZERO);
    return new LoadResult(
        good.label(),
        good.plan(),
        good.promise(),
        good.settings(),
        good.engine(),
        good.sent(),
        good.visible(),
        good.durable(),
        good.calls(),
        new TreeMap<>(
            Map.of(
                Source.of("pty:a"), new SourceResult(100, account, Latency.NONE),
                Source.of("pty:b"), new SourceResult(100, account, Latency.NONE))),
        good.readers(),
        good.stretch(),
        List.of(moment(0, 0, 0), moment(500, 100, 40), moment(1_500, 200, 140)),
        good.stats(),
        good.ids());
  }

  private static Moment moment(int millis, long emitted, long stored) {
    return new Moment(Duration.ofMillis(millis), emitted, stored, 0, emitted - stored, 3, 4);
  }

  @Test
  void theWaterfallLeadsFromEmittedToStored() {
    assertThat(new LoadCharts(RESULT).fates())
        .isEqualTo(
            new Waterfall(
                "From emitted to stored, in records",
                Unit.RECORDS,
                new Step("emitted", 200),
                List.of(new Step("sampled", 20), new Step("overflowed", 40)),
                "stored"));
  }

  @Test
  void ratesAreBetweenTwoMoments() {
    Lines rates = new LoadCharts(RESULT).rates();

    assertThat(rates.series().get(0).points())
        .containsExactly(new Point(0.5, 200), new Point(1.5, 100));
    assertThat(rates.series().get(1).points())
        .containsExactly(new Point(0.5, 80), new Point(1.5, 100));
  }

  @Test
  void theSlowestOfAThousandHasAsMuchRoomAsThatOfTen() {
    Lines latencies = new LoadCharts(RESULT).latencies();

    assertThat(latencies.series())
        .extracting(series -> series.label())
        .containsExactly("accepted", "visible", "append of a batch");
    assertThat(latencies.series().getFirst().points().get(1).x()).isCloseTo(1, within(1e-9));
    assertThat(latencies.series().getFirst().points().get(3).x()).isCloseTo(3, within(1e-9));
  }
}
