package io.logsink.pipeline;

import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import java.util.concurrent.locks.ReentrantLock;

/** Has the sink do its upkeep, by the clock and when it is full; one at a time. */
final class Maintenance {
  /** So many steps at once are enough; the clock brings the next. */
  private static final int MOST_STEPS = 100;

  private final LogSink sink;
  private final PipelineClock clock;
  private final SinkGuard guard;
  private final ReentrantLock lock = new ReentrantLock();

  Maintenance(LogSink sink, PipelineClock clock, SinkGuard guard) {
    this.sink = sink;
    this.clock = clock;
    this.guard = guard;
  }

  /** Does what is due. */
  void run() {
    if (guard.isStopped()) {
      return;
    }
    lock.lock();
    try {
      int steps = 1;
      while (sink.maintain(clock.now()).moreDue() && steps < MOST_STEPS) {
        steps++;
      }
    } catch (LogSinkException e) {
      guard.failed(e);
    } catch (RuntimeException e) {
      guard.stop(e);
    } finally {
      lock.unlock();
    }
  }
}
