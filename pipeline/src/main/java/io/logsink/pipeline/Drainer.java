package io.logsink.pipeline;

import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import java.util.List;

/**
 * Takes batches off the queue, has them written, and syncs. One thread of its own for each sink.
 */
final class Drainer implements Runnable {
  private final LogSink sink;
  private final Flow flow;
  private final SinkWatch watch;
  private final SinkGuard guard;
  private final BatchWriter writer;
  private final PipelineClock clock;
  private final long syncNanos;

  /** When something was first stored that is not synced, and whether there is anything. */
  private long unsyncedNanos;

  private boolean unsynced;
  private boolean done;

  Drainer(
      LogSink sink,
      Flow flow,
      SinkWatch watch,
      SinkGuard guard,
      BatchWriter writer,
      TimerSettings timers,
      PipelineClock clock) {
    this.sink = sink;
    this.flow = flow;
    this.watch = watch;
    this.guard = guard;
    this.writer = writer;
    this.clock = clock;
    this.syncNanos = timers.syncInterval().toNanos();
  }

  @Override
  public void run() {
    try {
      while (awaitWork()) {
        work();
      }
      finish();
    } catch (RuntimeException | Error e) {
      guard.stop(e);
    } finally {
      setDone();
    }
  }

  private void setDone() {
    flow.locked(() -> {
      done = true;
      flow.freed.signalAll();
    });
  }

  /** Whether the last append and the last sync are over; for who has the flow's lock. */
  boolean isDone() {
    return done;
  }

  /** Waits until there is something to do; returns false when there will be nothing any more. */
  private boolean awaitWork() {
    flow.lock();
    try {
      for (long left = untilWorkNanos(); left > 0 && !flow.isEnded(); left = untilWorkNanos()) {
        clock.await(flow.arrived, left);
      }
      return !flow.isEnded();
    } catch (InterruptedException _) {
      return true; // nobody has a reason to, and there is no harm in looking for work
    } finally {
      flow.unlock();
    }
  }

  private long untilWorkNanos() {
    long batch = flow.untilBatchNanos();
    long sync = unsynced ? unsyncedNanos + syncNanos - clock.nanos() : Long.MAX_VALUE;
    return Math.min(batch < 0 ? Long.MAX_VALUE : batch, sync);
  }

  /** Does what is to be done now, and nothing that has to be waited for; returns what it wrote. */
  int work() {
    List<Item> items = takeBatch();
    int count = items.size();
    if (count > 0) {
      writer.write(items);
      noteUnsynced();
    }
    if (unsynced && clock.nanos() - unsyncedNanos >= syncNanos) {
      sync();
    }
    return count;
  }

  private List<Item> takeBatch() {
    flow.lock();
    try {
      return flow.untilBatchNanos() == 0 ? flow.takeBatch() : List.of();
    } finally {
      flow.unlock();
    }
  }

  private void noteUnsynced() {
    if (!unsynced) {
      unsynced = true;
      unsyncedNanos = clock.nanos();
    }
  }

  /** A sync that failed is tried again when the next is due. */
  private void sync() {
    if (guard.isStopped()) {
      unsynced = false;
      return;
    }
    unsyncedNanos = clock.nanos();
    try {
      sink.sync();
      unsynced = false;
      flow.locked(watch::synced);
    } catch (LogSinkException e) {
      guard.failed(e);
    } catch (RuntimeException e) {
      guard.stop(e);
    }
  }

  /** The last step, when nothing will be appended any more. */
  void finish() {
    if (unsynced) {
      sync();
    }
  }
}
