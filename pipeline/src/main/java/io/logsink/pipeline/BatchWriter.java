package io.logsink.pipeline;

import io.logsink.api.AppendReceipt;
import io.logsink.api.LogAppender;
import io.logsink.api.LogSinkException;
import io.logsink.api.RecordRejectedException;
import io.logsink.api.SinkFullException;
import io.logsink.api.SinkUnavailableException;
import io.logsink.api.record.LogBatch;
import java.util.List;

/**
 * Brings one batch into the sink, however long that takes: when it returns, every record of the
 * batch has its fate. For the drainer.
 */
final class BatchWriter {
  private final LogAppender sink;
  private final Flow flow;
  private final SinkWatch watch;
  private final SinkGuard guard;
  private final Maintenance maintenance;
  private final RetrySettings retry;
  private final PipelineClock clock;
  private long delayNanos;
  private boolean appending;

  BatchWriter(
      LogAppender sink,
      Flow flow,
      SinkWatch watch,
      SinkGuard guard,
      Maintenance maintenance,
      RetrySettings retry,
      PipelineClock clock) {
    this.sink = sink;
    this.flow = flow;
    this.watch = watch;
    this.guard = guard;
    this.maintenance = maintenance;
    this.retry = retry;
    this.clock = clock;
  }

  /** Whether the sink is at it, so that nobody knows yet what becomes of what is in hand. */
  boolean isAppending() {
    return appending;
  }

  /** Writes {@code items}, which are in hand; the list gets smaller by what is rejected. */
  void write(List<Item> items) {
    delayNanos = 0;
    while (!items.isEmpty() && begin(items)) {
      long startNanos = clock.nanos();
      try {
        AppendReceipt receipt = sink.append(batch(items));
        stored(items, receipt, clock.nanos() - startNanos);
        return;
      } catch (RecordRejectedException e) {
        reject(items, e);
      } catch (SinkFullException e) {
        makeRoom(e);
      } catch (SinkUnavailableException | OutOfMemoryError e) {
        pause(e);
      } catch (LogSinkException | RuntimeException | Error e) {
        end();
        guard.stop(e);
      }
    }
  }

  /** Whether there is to be another try; when not, {@code items} have failed. */
  private boolean begin(List<Item> items) {
    flow.lock();
    try {
      appending = !flow.isEnded() && !flow.isStopped();
      if (!appending) {
        items.forEach(item -> settle(item, Fate.FAILED));
      }
      return appending;
    } finally {
      flow.unlock();
    }
  }

  private void end() {
    flow.locked(() -> appending = false);
  }

  /** What came too late for the end of the pipeline has its fate already. */
  private void settle(Item item, Fate fate) {
    if (item.place == Place.IN_HAND) {
      flow.settle(item, fate);
      flow.freed.signalAll();
    }
  }

  private static LogBatch batch(List<Item> items) {
    return LogBatch.of(items.stream().map(item -> item.record).toList());
  }

  private void stored(List<Item> items, AppendReceipt receipt, long nanos) {
    flow.lock();
    try {
      appending = false;
      watch.stored(items.size(), nanos, receipt.lastSequence());
      items.forEach(item -> settle(item, Fate.STORED));
    } finally {
      flow.unlock();
    }
  }

  private void reject(List<Item> items, RecordRejectedException e) {
    if (e.recordIndex() < 0 || e.recordIndex() >= items.size()) {
      end();
      guard.stop(e);
      return;
    }
    flow.lock();
    try {
      appending = false;
      watch.fault(SinkGuard.describe(e));
      settle(items.remove(e.recordIndex()), Fate.REJECTED);
    } finally {
      flow.unlock();
    }
  }

  /** The first time the sink is full it gets no pause: most often retention helps. */
  private void makeRoom(SinkFullException e) {
    if (delayNanos == 0) {
      end();
      delayNanos = retry.firstDelay().toNanos();
    } else {
      pause(e);
    }
    maintenance.run();
  }

  private void pause(Throwable e) {
    delayNanos =
        delayNanos == 0
            ? retry.firstDelay().toNanos()
            : Math.min(2 * delayNanos, retry.maxDelay().toNanos());
    flow.lock();
    try {
      appending = false;
      watch.retrying(SinkGuard.describe(e));
      awaitEnd(clock.nanos() + delayNanos);
    } finally {
      flow.unlock();
    }
  }

  private void awaitEnd(long untilNanos) {
    for (long left = untilNanos - clock.nanos();
        left > 0 && !flow.isEnded();
        left = untilNanos - clock.nanos()) {
      try {
        clock.await(flow.ending, left);
      } catch (InterruptedException _) {
        // Nobody has a reason to: an interrupt would only close files under the sink.
      }
    }
  }
}
