package io.logsink.supervisor;

/** Waiting for a thread that is certain to end. */
final class Joins {
  private Joins() {}

  /** Waits until {@code thread} has ended; an interrupt is kept for the caller. */
  static void join(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
