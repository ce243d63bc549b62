package io.logsink.bench.cost;

import io.logsink.api.BackendConfig;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.api.record.LogBatch;
import io.logsink.bench.Contender;
import io.logsink.bench.SettingsRecord;
import io.logsink.bench.load.LimitedSettings;
import io.logsink.bench.stretch.Measure;
import io.logsink.bench.stretch.Supply;
import io.logsink.bench.workload.StoreLimits;
import io.logsink.bench.workload.StoreLimits.Bound;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * Appends to a store with small windows, most of which retention drops, while another thread does
 * the upkeep; then tells the appends that met a drop from the others.
 */
final class RetentionPause {
  private static final StoreLimits SMALL =
      new StoreLimits(new Bound(Duration.ZERO, 2L << 20), new Bound(Duration.ZERO, 6L << 20));

  private final List<Stay> appends = new ArrayList<>();
  private final long endNanos;

  private RetentionPause(Duration time) {
    endNanos = System.nanoTime() + time.toNanos();
  }

  /** Whether the contender has windows that retention drops. */
  static boolean concerns(Contender contender) {
    return new SettingsRecord(contender.settings()).typeOf("window").isPresent();
  }

  /**
   * Runs it for {@code time}, in {@code folder}, at which nothing is.
   *
   * @return figures, of drops only when there were some
   */
  static Map<Measure, Double> of(Contender contender, Path folder, Supply supply, Duration time)
      throws LogSinkException {
    Record settings = LimitedSettings.of(contender.settingsIn(folder), SMALL);
    try (LogSink sink = contender.backend().open(BackendConfig.owner(settings))) {
      UpkeepRun upkeep = new UpkeepRun(sink);
      RetentionPause pause = new RetentionPause(time);
      try (upkeep) {
        pause.append(sink, supply);
      }
      upkeep.throwIfFailed();
      return pause.figures(upkeep);
    }
  }

  private void append(LogSink sink, Supply supply) throws LogSinkException {
    while (System.nanoTime() - endNanos < 0) {
      LogBatch batch = supply.next();
      long start = System.nanoTime();
      sink.append(batch);
      appends.add(new Stay(start, System.nanoTime()));
    }
  }

  private Map<Measure, Double> figures(UpkeepRun upkeep) {
    Histogram dropping = new Histogram(3);
    Histogram calm = new Histogram(3);
    for (Stay append : appends) {
      boolean met = upkeep.drops().stream().anyMatch(append::meets);
      (met ? dropping : calm).recordValue(append.nanos());
    }
    Map<Measure, Double> figures = new EnumMap<>(Measure.class);
    figures.put(Measure.DROPPED, (double) upkeep.droppedCount());
    put(figures, calm, Measure.CALM_P99, Measure.CALM_MAX);
    put(figures, dropping, Measure.DROP_P99, Measure.DROP_MAX);
    upkeep.drops().stream()
        .mapToLong(Stay::nanos)
        .max()
        .ifPresent(nanos -> figures.put(Measure.DROP_TIME, (double) nanos));
    return figures;
  }

  private static void put(
      Map<Measure, Double> figures, Histogram histogram, Measure p99, Measure max) {
    if (histogram.getTotalCount() > 0) {
      figures.put(p99, (double) histogram.getValueAtPercentile(99));
      figures.put(max, (double) histogram.getMaxValue());
    }
  }
}
