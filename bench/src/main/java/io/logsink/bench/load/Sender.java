package io.logsink.bench.load;

import io.logsink.api.record.LogRecord;
import io.logsink.pipeline.LogEmitter;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Emits the records of some lanes when they are due. One that is late does not move the next:
 * whoever keeps the sender waiting makes all that is due meanwhile late, and latencies count from
 * the time when each was due. So a stall shows in every record that it hit, and not only in the one
 * that happened to be on its way (Gil Tene's <i>coordinated omission</i>).
 */
final class Sender implements Runnable {
  private final PriorityQueue<LaneCursor> cursors = new PriorityQueue<>();
  private final LogEmitter emitter;
  private final Origin origin;
  private final long warmUpNanos;
  private final Stopwatch lateness = new Stopwatch();
  private final Stopwatch accepted = new Stopwatch();
  private final Stopwatch failed = new Stopwatch();
  private @Nullable String lastFailure;
  private long sentCount;
  private long sentBytes;
  private long endNanos;

  Sender(List<Lane> lanes, LogEmitter emitter, Origin origin, long warmUpNanos) {
    lanes.stream().map(LaneCursor::new).filter(LaneCursor::hasRecord).forEach(cursors::add);
    this.emitter = emitter;
    this.origin = origin;
    this.warmUpNanos = warmUpNanos;
  }

  @Override
  public void run() {
    long now = Pacer.awaitUntil(origin.nanos());
    while (!cursors.isEmpty() && !Thread.currentThread().isInterrupted()) {
      now = sendNext(now);
    }
    endNanos = now - origin.nanos();
  }

  private long sendNext(long now) {
    LaneCursor cursor = cursors.remove();
    long due = origin.nanos() + cursor.dueNanos();
    long start = now < due ? Pacer.awaitUntil(due) : now;
    boolean measured = cursor.dueNanos() >= warmUpNanos;
    boolean done = emit(cursor.record(origin), start);
    long end = System.nanoTime();
    if (measured && done) {
      lateness.add(start - due);
      accepted.add(end - due);
    }
    cursor.advance();
    if (cursor.hasRecord()) {
      cursors.add(cursor);
    }
    return end;
  }

  private boolean emit(LogRecord record, long start) {
    try {
      emitter.emit(record);
      sentCount++;
      sentBytes += record.body().length();
      return true;
    } catch (RuntimeException e) {
      failed.add(System.nanoTime() - start);
      lastFailure = e.toString();
      return false;
    }
  }

  Stopwatch lateness() {
    return lateness;
  }

  Stopwatch accepted() {
    return accepted;
  }

  Stopwatch failed() {
    return failed;
  }

  @Nullable String lastFailure() {
    return lastFailure;
  }

  long sentCount() {
    return sentCount;
  }

  long sentBytes() {
    return sentBytes;
  }

  /** When the last was sent, since the load began. */
  long endNanos() {
    return endNanos;
  }
}
