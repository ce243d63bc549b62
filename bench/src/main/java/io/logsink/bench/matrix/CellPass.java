package io.logsink.bench.matrix;

import io.logsink.api.BackendConfig;
import io.logsink.api.Capabilities;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.bench.database.RowsSink;
import io.logsink.bench.stretch.CompetingReader;
import io.logsink.bench.stretch.Measure;
import io.logsink.bench.stretch.OwnProcess;
import io.logsink.bench.stretch.ReaderQuestions;
import io.logsink.bench.stretch.Stretch;
import io.logsink.bench.stretch.StretchLimits;
import io.logsink.bench.stretch.Supply;
import io.logsink.bench.stretch.Usage;
import io.logsink.storage.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/**
 * One stretch of one cell on a fresh store, which is removed afterwards.
 *
 * @param limits when the stretch ends
 * @param questions what a competing reader asks
 * @param checks whether all records are read back and compared
 */
record CellPass(StretchLimits limits, ReaderQuestions questions, boolean checks) {
  /**
   * What it came to.
   *
   * @param capabilities what the sink says it can do
   * @param engine the engine's own word
   * @param figures what was measured
   */
  record Result(
      Capabilities capabilities, Map<String, String> engine, Map<Measure, Double> figures) {}

  /**
   * Runs it.
   *
   * @param folder a path that nothing is at
   * @throws UnfitCellException when the cell was not what it should have been
   */
  Result of(Cell cell, Supply supply, Path folder)
      throws LogSinkException, UnfitCellException, IOException {
    try {
      return weighed(cell, supply, folder);
    } finally {
      Folders.delete(folder);
    }
  }

  private Result weighed(Cell cell, Supply supply, Path folder)
      throws LogSinkException, UnfitCellException, IOException {
    OwnProcess.resetPeak();
    Usage before = Usage.now();
    Map<Measure, Double> figures = new EnumMap<>(Measure.class);
    Result open;
    Stretch stretch;
    BackendConfig config = BackendConfig.owner(cell.contender().settingsIn(folder));
    try (LogSink sink = cell.contender().backend().open(config)) {
      stretch = run(cell, sink, supply, figures);
      figures.putAll(Usage.now().since(before).figures(stretch.recordCount(), stretch.bodyBytes()));
      OwnProcess.peakBytes().ifPresent(bytes -> figures.put(Measure.PEAK, (double) bytes));
      open = new Result(sink.capabilities(), sink.stats().engine(), figures);
      new CellCheck(cell, open.engine()).require();
      if (!cell.contender().isFloor()) {
        StoreCheck.of(sink, supply, stretch.recordCount(), checks);
      }
    }
    if (Files.exists(folder) && stretch.bodyBytes() > 0) {
      figures.put(Measure.DISK, (double) Folders.sizeBytes(folder) / stretch.bodyBytes());
    }
    return open;
  }

  private Stretch run(Cell cell, LogSink sink, Supply supply, Map<Measure, Double> figures)
      throws LogSinkException {
    Stretch stretch =
        cell.readers() ? withReader(sink, supply, figures) : Stretch.of(sink, supply, limits);
    if (sink instanceof RowsSink rows) {
      figures.putAll(rows.endUpdates());
    }
    figures.putAll(stretch.figures());
    return stretch;
  }

  private Stretch withReader(LogSink sink, Supply supply, Map<Measure, Double> figures)
      throws LogSinkException {
    CompetingReader reader = new CompetingReader(sink, questions, MatrixPlan.READER_EVERY);
    Stretch stretch;
    try (reader) {
      stretch = Stretch.of(sink, supply, limits);
    }
    figures.putAll(reader.figures());
    return stretch;
  }
}
