package io.logsink.bench.cost;

import io.logsink.api.BackendConfig;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.api.query.LogEntry;
import io.logsink.bench.Contender;
import io.logsink.bench.stretch.Measure;
import io.logsink.bench.stretch.OwnProcess;
import io.logsink.bench.stretch.Stretch;
import io.logsink.bench.stretch.Supply;
import io.logsink.bench.stretch.Usage;
import io.logsink.storage.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Fills a fresh store, weighs it, and opens it again from a cold page cache where that can be had.
 *
 * @param tally who, and where the figures go
 * @param supply what is appended
 * @param plan how much
 */
record Filling(CostTally tally, Supply supply, CostPlan plan) {
  /** Runs it in {@code folder}, at which nothing is. */
  void run(Path folder) throws LogSinkException, IOException {
    Contender contender = tally.contender();
    Record settings = contender.settingsIn(folder);
    Stretch stretch = fill(settings);
    if (Files.exists(folder)) {
      double bytes = Folders.sizeBytes(folder);
      tally.measured(Map.of(Measure.DISK, bytes / Math.max(1, stretch.bodyBytes())));
    }
    if (!contender.isFloor() && Files.exists(folder)) {
      reopen(folder, settings, stretch.recordCount());
    }
  }

  private Stretch fill(Record settings) throws LogSinkException {
    OwnProcess.resetPeak();
    Usage before = Usage.now();
    try (LogSink sink = tally.contender().backend().open(BackendConfig.owner(settings))) {
      Stretch stretch = Stretch.of(sink, supply, plan.limits());
      Map<Measure, Double> figures = new EnumMap<>(stretch.figures());
      figures.putAll(Usage.now().since(before).figures(stretch.recordCount(), stretch.bodyBytes()));
      OwnProcess.peakBytes().ifPresent(peak -> figures.put(Measure.PEAK, (double) peak));
      tally.measured(figures);
      tally.opened(sink.capabilities(), sink.stats().engine());
      return stretch;
    }
  }

  private void reopen(Path folder, Record settings, long suppliedCount)
      throws LogSinkException, IOException {
    boolean cold = PageCache.drop(folder);
    Usage before = Usage.now();
    Opening opening = Opening.of(tally.contender(), settings);
    Usage taken = Usage.now().since(before);
    requireNewest(opening.newest(), suppliedCount);
    tally.measured(Map.of(Measure.OPEN, (double) opening.tookNanos()));
    taken
        .deviceReadBytes()
        .ifPresent(bytes -> tally.measured(Map.of(Measure.OPEN_READ, (double) bytes)));
    if (!cold || taken.deviceReadBytes().orElse(1) == 0) {
      tally.note("open is with a warm page cache: it could not be dropped");
    }
  }

  private void requireNewest(List<LogEntry> newest, long suppliedCount) {
    long index = suppliedCount;
    for (LogEntry entry : newest) {
      index--;
      if (index < 0 || !supply.at(index).equals(entry.record())) {
        throw new IllegalStateException(
            "opened again, record %d is not the one that was appended".formatted(entry.sequence()));
      }
    }
    if (newest.isEmpty()) {
      throw new IllegalStateException(
          "opened again, it has none of the %d records that were appended"
              .formatted(suppliedCount));
    }
  }
}
