package io.logsink.pipeline.route;

import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/**
 * Does several things at the same time, so that one that takes long does not use up the time of the
 * others.
 */
final class Together {
  private Together() {}

  /**
   * Returns when all have ended, also when some have failed or this thread was interrupted
   * meanwhile; its interruption is kept for later.
   *
   * @throws RuntimeException the first that one of them threw; those of others are suppressed in it
   */
  static void run(List<Runnable> tasks) {
    List<FutureTask<Void>> all =
        tasks.stream().map(task -> new FutureTask<Void>(task, null)).toList();
    all.stream().map(Thread::startVirtualThread).toList().forEach(Together::join);
    throwFailures(all);
  }

  private static void join(Thread thread) {
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

  private static void throwFailures(List<FutureTask<Void>> ended) {
    List<Throwable> failures =
        ended.stream()
            .filter(task -> task.state() == Future.State.FAILED)
            .map(FutureTask::exceptionNow)
            .toList();
    if (!failures.isEmpty()) {
      Throwable first = failures.getFirst();
      failures.stream().skip(1).forEach(first::addSuppressed);
      throw unchecked(first);
    }
  }

  private static RuntimeException unchecked(Throwable failure) {
    return switch (failure) {
      case RuntimeException e -> e;
      case Error e -> throw e;
      // a Runnable throws nothing else
      default -> new IllegalStateException(failure);
    };
  }
}
