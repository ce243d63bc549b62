package io.logsink.app;

import io.logsink.bench.BenchProgress;
import java.time.Duration;

/** Tells each second how far something is that takes a time which is known. */
final class TimedProgress implements AutoCloseable {
  private static final Duration STEP = Duration.ofSeconds(1);
  private static final double DONE = 0.99;

  private final BenchProgress progress;
  private final String what;
  private final Duration time;
  private final long startNanos = System.nanoTime();
  private final Thread thread = Thread.ofVirtual().unstarted(this::run);

  private TimedProgress(BenchProgress progress, String what, Duration time) {
    this.progress = progress;
    this.what = what;
    this.time = time;
  }

  /** Starts to tell {@code progress}, until it is closed. */
  static TimedProgress start(BenchProgress progress, String what, Duration time) {
    TimedProgress started = new TimedProgress(progress, what, time);
    started.thread.start();
    return started;
  }

  private void run() {
    try {
      while (true) {
        tell();
        Thread.sleep(STEP);
      }
    } catch (InterruptedException e) {
      // it is over
    }
  }

  private void tell() {
    Duration past = Duration.ofNanos(System.nanoTime() - startNanos);
    Duration left = time.minus(past);
    if (left.isPositive()) {
      progress.at(what, (double) past.toNanos() / time.toNanos(), left);
    } else {
      progress.at("draining and checking " + what, DONE, Duration.ZERO);
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
