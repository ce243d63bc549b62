package io.logsink.bench.load;

import io.logsink.api.LogReader;
import io.logsink.api.LogSinkException;
import io.logsink.bench.workload.ReaderPlan;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reader that asks when it is due to, until the load ends. Like a sender it does not wait for
 * itself: who asks late because the last answer took long has waited since the time to ask.
 */
final class ReaderRun implements Runnable {
  private final String name;
  private final ReaderPlan plan;
  private final Asker asker;
  private final Origin origin;
  private final Schedule schedule;
  private final Stopwatch answered = new Stopwatch();
  private final Stopwatch service = new Stopwatch();
  private final Stopwatch failed = new Stopwatch();
  private @Nullable String lastFailure;
  private long askedCount;
  private long recordCount;

  ReaderRun(String name, ReaderPlan plan, LogReader reader, Origin origin, Schedule schedule) {
    this.name = name;
    this.plan = plan;
    this.asker = new Asker(reader, plan, Instant::now);
    this.origin = origin;
    this.schedule = schedule;
  }

  @Override
  public void run() {
    long everyNanos = plan.every().toNanos();
    long end = origin.nanos() + schedule.endNanos();
    long now = System.nanoTime();
    for (long due = 0;
        due < schedule.endNanos() && now < end && !Thread.currentThread().isInterrupted();
        due += everyNanos) {
      now = ask(due);
    }
  }

  private long ask(long dueNanos) {
    long due = origin.nanos() + dueNanos;
    long start = Pacer.awaitUntil(due);
    Stopwatch stopwatch = answered;
    askedCount++;
    try {
      recordCount += asker.ask();
    } catch (LogSinkException | RuntimeException e) {
      lastFailure = e.toString();
      stopwatch = failed;
    }
    long end = System.nanoTime();
    if (dueNanos >= schedule.warmUpNanos()) {
      stopwatch.add(end - due);
      service.add(end - start);
    }
    return end;
  }

  ReaderResult result() {
    long dueCount = Math.ceilDiv(schedule.endNanos(), plan.every().toNanos());
    return new ReaderResult(
        plan,
        true,
        askedCount,
        dueCount - askedCount,
        recordCount,
        answered.latency(),
        service.latency(),
        failed.latency(),
        lastFailure);
  }

  String name() {
    return name;
  }
}
