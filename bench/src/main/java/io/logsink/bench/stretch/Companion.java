package io.logsink.bench.stretch;

import java.util.concurrent.locks.LockSupport;

/**
 * A thread that does something again and again beside whoever started it, until it is closed. A
 * step that has nothing to do parks for as long as it likes; closing wakes it.
 */
public final class Companion implements AutoCloseable {
  private final Thread thread;
  private volatile boolean ended;

  private Companion(String name, Runnable step) {
    thread = new Thread(() -> repeat(step), name);
  }

  /** Starts one that repeats {@code step}, which has to handle its own errors. */
  public static Companion start(String name, Runnable step) {
    Companion companion = new Companion(name, step);
    companion.thread.start();
    return companion;
  }

  private void repeat(Runnable step) {
    while (!ended) {
      step.run();
    }
  }

  /**
   * Waits for the step that is under way and lets no other begin; what the steps wrote can be read
   * then. A second call does nothing.
   */
  @Override
  public void close() {
    ended = true;
    LockSupport.unpark(thread);
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
