package io.logsink.bench.compare;

import io.logsink.api.AppendReceipt;
import io.logsink.api.BackendConfig;
import io.logsink.api.Capabilities;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.api.record.LogBatch;
import io.logsink.storage.Folders;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * One arm in one round: a fresh store is given the lines, and synced.
 *
 * @param nanos how long that took, without opening and closing
 * @param recordCount how many records it was given
 * @param capabilities what the sink says it can do
 * @param engine what the engine said about itself in the end
 */
record Lap(long nanos, int recordCount, Capabilities capabilities, Map<String, String> engine) {
  private static final long UPKEEP_NANOS = Duration.ofSeconds(1).toNanos();

  /**
   * Runs one.
   *
   * @param folder a path that nothing is at; afterwards nothing is there again
   */
  static Lap of(Arm arm, List<LogBatch> batches, boolean syncEach, LongSupplier clock, Path folder)
      throws LogSinkException, IOException {
    Record settings = arm.contender().settingsIn(folder);
    try (LogSink sink = arm.contender().backend().open(BackendConfig.owner(settings))) {
      boolean slowed = arm.plantedSlowdown() > 0;
      return of(
          slowed ? new SlowedSink(sink, arm.plantedSlowdown(), clock) : sink,
          batches,
          syncEach,
          clock);
    } finally {
      Folders.delete(folder);
    }
  }

  private static Lap of(LogSink sink, List<LogBatch> batches, boolean syncEach, LongSupplier clock)
      throws LogSinkException {
    long start = clock.getAsLong();
    int count = append(sink, batches, syncEach, clock);
    sink.sync();
    long nanos = clock.getAsLong() - start;
    return new Lap(nanos, count, sink.capabilities(), sink.stats().engine());
  }

  /** With upkeep once a second, as the owner of a store does it. */
  private static int append(
      LogSink sink, List<LogBatch> batches, boolean syncEach, LongSupplier clock)
      throws LogSinkException {
    long upkeep = clock.getAsLong();
    int count = 0;
    for (LogBatch batch : batches) {
      AppendReceipt receipt = sink.append(batch);
      requireWhole(batch, receipt);
      count += batch.size();
      if (syncEach) {
        sink.sync();
      }
      long now = clock.getAsLong();
      if (now - upkeep > UPKEEP_NANOS) {
        sink.maintain(Instant.now());
        upkeep = now;
      }
    }
    return count;
  }

  private static void requireWhole(LogBatch batch, AppendReceipt receipt) {
    if (receipt.recordCount() != batch.size()) {
      throw new IllegalStateException(
          "the receipt for %d records is for %d".formatted(batch.size(), receipt.recordCount()));
    }
  }

  double nanosPerRecord() {
    return (double) nanos / recordCount;
  }
}
