package io.logsink.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Does chores by the clock, one after the other. A thread of its own runs it. */
final class Timer implements Runnable {
  private final PipelineClock clock;
  private final List<Chore> chores = new ArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition stopping = lock.newCondition();
  private boolean stopped;

  private static final class Chore {
    private final long intervalNanos;
    private final Runnable action;
    private long dueNanos;

    Chore(long intervalNanos, Runnable action, long dueNanos) {
      this.intervalNanos = intervalNanos;
      this.action = action;
      this.dueNanos = dueNanos;
    }
  }

  Timer(PipelineClock clock) {
    this.clock = clock;
  }

  /** Adds a chore, before anything runs. */
  Timer every(Duration interval, Runnable action) {
    long nanos = interval.toNanos();
    chores.add(new Chore(nanos, action, clock.nanos() + nanos));
    return this;
  }

  @Override
  public void run() {
    while (awaitDue()) {
      runDue();
    }
  }

  private boolean awaitDue() {
    lock.lock();
    try {
      for (long left = untilDueNanos(); left > 0 && !stopped; left = untilDueNanos()) {
        clock.await(stopping, left);
      }
      return !stopped;
    } catch (InterruptedException _) {
      return !stopped; // nobody has a reason to, and there is no harm in looking for chores
    } finally {
      lock.unlock();
    }
  }

  private long untilDueNanos() {
    long now = clock.nanos();
    return chores.stream().mapToLong(chore -> chore.dueNanos - now).min().orElse(Long.MAX_VALUE);
  }

  /** Does the chores that are due. One that took longer than its interval is not made up for. */
  void runDue() {
    for (Chore chore : chores) {
      if (clock.nanos() - chore.dueNanos >= 0) {
        chore.action.run();
        chore.dueNanos = clock.nanos() + chore.intervalNanos;
      }
    }
  }

  /** Lets no further chore begin; one that is under way ends by itself. */
  void stop() {
    lock.lock();
    try {
      stopped = true;
      stopping.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
