package io.logsink.pipeline;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;

/** Time, and waiting for it: what a test replaces to need neither. */
interface PipelineClock {
  /** The machine's. */
  PipelineClock SYSTEM =
      new PipelineClock() {
        @Override
        public Instant now() {
          return Instant.now();
        }

        @Override
        public long nanos() {
          return System.nanoTime();
        }

        @Override
        @SuppressWarnings("WaitNotInLoop") // every caller loops
        public void await(Condition condition, long nanos) throws InterruptedException {
          var _ = condition.await(nanos, TimeUnit.NANOSECONDS);
        }
      };

  /** The time of day. */
  Instant now();

  /** A time to measure with, as {@link System#nanoTime()}. */
  long nanos();

  /**
   * Waits on {@code condition}, whose lock the caller holds, for {@code nanos} at most; may return
   * early.
   */
  void await(Condition condition, long nanos) throws InterruptedException;
}
