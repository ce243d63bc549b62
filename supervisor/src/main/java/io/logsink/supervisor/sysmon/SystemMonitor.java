package io.logsink.supervisor.sysmon;

import io.logsink.api.record.AttributeValue;
import io.logsink.api.record.Attributes;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Severity;
import io.logsink.api.record.Source;
import io.logsink.pipeline.LogEmitter;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Samples the system, this process and the services at an interval, and makes a record of each.
 * {@code docs/supervisor.md} lists what is in them. A sample that fails is told by a record too,
 * and the next one is taken as if nothing had been. Safe for use by several threads.
 */
public final class SystemMonitor implements AutoCloseable {
  /** The source of the samples. */
  public static final Source SOURCE = Source.of("sysmon");

  private final SysmonSettings settings;
  private final LogEmitter emitter;
  private final Supplier<? extends Map<String, Long>> pids;
  private final InstantSource clock;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread =
      Thread.ofPlatform().name("logsink-sysmon").daemon().unstarted(this::run);

  private SystemMonitor(
      SysmonSettings settings,
      LogEmitter emitter,
      Supplier<? extends Map<String, Long>> pids,
      InstantSource clock) {
    this.settings = settings;
    this.emitter = emitter;
    this.pids = pids;
    this.clock = clock;
  }

  /**
   * Starts sampling, when the settings say so; the first sample comes after one interval.
   *
   * @param pids the processes of the services that run, by the services' names
   */
  public static SystemMonitor start(
      SysmonSettings settings, LogEmitter emitter, Supplier<? extends Map<String, Long>> pids) {
    SystemMonitor monitor = new SystemMonitor(settings, emitter, pids, InstantSource.system());
    if (settings.enabled()) {
      monitor.thread.start();
    }
    return monitor;
  }

  private void run() {
    try {
      Sampler sampler = new Sampler(settings, pids);
      long interval = settings.interval().toNanos();
      long next = System.nanoTime() + interval;
      while (!stopped.await(next - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        sample(sampler);
        next = Math.max(next + interval, System.nanoTime());
      }
    } catch (InterruptedException _) {
      // as good as being closed
    } catch (RuntimeException | LinkageError e) {
      tell("cannot sample this system, and stops: " + e);
    }
  }

  private void sample(Sampler sampler) {
    try {
      sampler.sample(clock.instant()).forEach(this::emit);
    } catch (RuntimeException e) {
      tell("a sample failed: " + e);
    }
  }

  private void tell(String fault) {
    emit(
        LogRecord.of(clock.instant(), SOURCE, LogBody.of(fault))
            .withSeverity(Severity.WARN)
            .withAttributes(Attributes.of("event.name", AttributeValue.of("sysmon.failed"))));
  }

  /** A sample that nobody takes any more, because the emitter was closed first, is no loss. */
  private void emit(LogRecord record) {
    try {
      emitter.emit(record);
    } catch (IllegalStateException _) {
      stopped.countDown();
    }
  }

  /** Ends sampling; on return there is no sample under way. Closing again does nothing. */
  @Override
  public void close() {
    stopped.countDown();
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
