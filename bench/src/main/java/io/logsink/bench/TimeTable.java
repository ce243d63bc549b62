package io.logsink.bench;

import java.time.Duration;

/**
 * Shares the time of a run out. The check pass goes through all lines if it can, and may take more
 * than half of the time for that; the rounds are made to fit into what is left. What the check pass
 * says a record takes is too long, because the JVM is still warming up then, and so the run ends
 * early rather than late.
 */
final class TimeTable {
  private static final double CHECK_SHARE = 0.6;
  private static final double CHECK_APPEND_SHARE = 0.55;
  private static final double CHECK_ASK_SHARE = 0.05;
  private static final double STORE_SHARE = 0.6;
  private static final double ASK_SHARE = 0.3;

  /** Fewer records than this say little, whatever the time. */
  private static final int LEAST_ROUND_COUNT = 5_000;

  private final long start = System.nanoTime();
  private final long totalNanos;

  TimeTable(Duration total) {
    totalNanos = total.toNanos();
  }

  long leftNanos() {
    return Math.max(0, totalNanos - pastNanos());
  }

  long pastNanos() {
    return System.nanoTime() - start;
  }

  /** How long the next of {@code count} contenders may append in the check pass. */
  long checkAppendNanos(int count) {
    double left = Math.max(0, totalNanos * CHECK_SHARE - pastNanos());
    return (long) (left * CHECK_APPEND_SHARE / count);
  }

  /** How long one of {@code count} questions may be repeated in the check pass. */
  long checkAskNanos(int count) {
    return (long) (totalNanos * CHECK_ASK_SHARE / count);
  }

  /** How many records a round takes when one takes {@code nanosPerRecord} on all contenders. */
  int roundCount(int rounds, double nanosPerRecord) {
    double fits = leftNanos() * STORE_SHARE / rounds / nanosPerRecord;
    return (int) Math.clamp(fits, LEAST_ROUND_COUNT, Integer.MAX_VALUE);
  }

  /** How long one of {@code count} questions in all rounds may be repeated. */
  long askNanos(int count) {
    return (long) (leftNanos() * ASK_SHARE / count);
  }
}
