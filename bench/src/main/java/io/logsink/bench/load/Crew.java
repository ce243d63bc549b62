package io.logsink.bench.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Threads that do the same kind of thing, and are waited for together. */
final class Crew {
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private final CountDownLatch running;

  /** Starts a thread for each of {@code tasks}. */
  Crew(String name, List<? extends Runnable> tasks) {
    running = new CountDownLatch(tasks.size());
    int number = 0;
    for (Runnable task : tasks) {
      threads.add(Thread.ofPlatform().name(name + "-" + number++).daemon().start(() -> run(task)));
    }
  }

  private void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error e) {
      failure.compareAndSet(null, e);
    } finally {
      running.countDown();
    }
  }

  /** Waits until all are done or {@code nanos} are over; returns whether all are done. */
  boolean await(long nanos) throws InterruptedException {
    boolean done = running.await(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    Throwable thrown = failure.get();
    if (thrown != null) {
      throw new IllegalStateException("a thread of the load failed: " + thrown, thrown);
    }
    return done;
  }

  void join() throws InterruptedException {
    boolean done = false;
    while (!done) {
      done = await(Long.MAX_VALUE);
    }
  }

  void interrupt() {
    threads.forEach(Thread::interrupt);
  }
}
