package io.logsink.bench.cost;

import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.api.MaintenanceReport;
import io.logsink.bench.stretch.Companion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Does the upkeep of a store again and again in a thread of its own, until it is closed; what it
 * saw can be asked for after that.
 */
final class UpkeepRun implements AutoCloseable {
  private static final long EVERY_NANOS = Duration.ofMillis(20).toNanos();

  private final LogSink sink;
  private final List<Stay> drops = new ArrayList<>();
  private final Companion companion;
  private @Nullable LogSinkException failure;
  private long droppedCount;

  UpkeepRun(LogSink sink) {
    this.sink = sink;
    this.companion = Companion.start("upkeep", this::step);
  }

  private void step() {
    try {
      if (failure != null || !once()) {
        LockSupport.parkNanos(EVERY_NANOS);
      }
    } catch (LogSinkException e) {
      failure = e;
    }
  }

  /** Returns whether more is due. */
  private boolean once() throws LogSinkException {
    long start = System.nanoTime();
    MaintenanceReport report = sink.maintain(Instant.now());
    if (report.droppedWindowCount() > 0) {
      drops.add(new Stay(start, System.nanoTime()));
      droppedCount += report.droppedWindowCount();
    }
    return report.moreDue();
  }

  /** When windows were dropped. */
  List<Stay> drops() {
    return drops;
  }

  long droppedCount() {
    return droppedCount;
  }

  void throwIfFailed() throws LogSinkException {
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public void close() {
    companion.close();
  }
}
