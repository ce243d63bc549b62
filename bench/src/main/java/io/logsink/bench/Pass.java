package io.logsink.bench;

import io.logsink.api.BackendConfig;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.api.record.LogBatch;
import io.logsink.api.record.LogRecord;
import io.logsink.storage.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One pass over a store: open it fresh, append, ask, perhaps seal and read everything back, close,
 * perhaps count its lines, weigh, remove.
 *
 * @param batches what is appended
 * @param appendLimitNanos when to stop appending, though not all is appended
 * @param questions what is asked
 * @param askLimitNanos how long one question is repeated
 * @param checks whether the newest window is sealed, and everything read back and compared
 */
record Pass(
    List<LogBatch> batches,
    long appendLimitNanos,
    List<Question> questions,
    long askLimitNanos,
    boolean checks) {

  /**
   * Runs it.
   *
   * @param folder a path that nothing is at; afterwards nothing is there again
   * @throws DifferenceException when the sink gave back something else than it was given
   */
  PassResult of(Contender contender, Path folder)
      throws LogSinkException, DifferenceException, IOException {
    try {
      PassResult result = use(contender, contender.settingsIn(folder));
      if (checks && contender.isAppendOnly()) {
        result = result.with(LineCount.of(folder, appended(result.recordCount())));
      }
      return result.weighed(Files.exists(folder) ? Folders.sizeBytes(folder) : 0);
    } finally {
      Folders.delete(folder);
    }
  }

  private List<LogRecord> appended(int count) {
    return batches.stream().flatMap(batch -> batch.records().stream()).limit(count).toList();
  }

  private PassResult use(Contender contender, Record settings)
      throws LogSinkException, DifferenceException {
    try (LogSink sink = contender.backend().open(BackendConfig.owner(settings))) {
      requireEmpty(sink);
      Appending appending = Appending.of(sink, batches, appendLimitNanos);
      long start = System.nanoTime();
      Map<Metric, Double> figures = new EnumMap<>(appending.figures());
      figures.putAll(new Asking(sink, appending.appended(), askLimitNanos).medians(questions));
      ReadBack back = ReadBack.NOTHING;
      if (checks && contender.isReadable()) {
        figures.putAll(Sealing.of(sink, settings));
        back = ReadBackCheck.of(sink, appending.appended());
      }
      return new PassResult(
          sink.capabilities(),
          sink.stats().engine(),
          back,
          figures,
          appending.appended().recordCount(),
          appending.bodyBytes(),
          System.nanoTime() - start);
    }
  }

  private static void requireEmpty(LogSink sink) throws DifferenceException {
    long count = sink.stats().recordCount();
    if (count > 0) {
      throw new DifferenceException(
          ("a fresh store has %d records; its settings need a component \"directory\", so that each"
                  + " round can have a folder of its own")
              .formatted(count));
    }
  }
}
