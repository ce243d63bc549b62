package io.logsink.pipeline;

import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Source;
import java.time.Duration;

/**
 * The bounded way from any number of producers into one sink. Nothing is lost silently: for each
 * source, always, what was emitted is what was stored, what was lost for one of the reasons of
 * {@link Fate}, and what is in flight; see {@link #stats()}. What was lost is also told in the log,
 * as records of the source {@link #OWN_SOURCE}.
 *
 * <p>The sink is the caller's, who opened it and closes it after the pipeline; meanwhile only the
 * pipeline appends to it. Every method is safe from any thread.
 *
 * <p>Where to begin reading: a record is an {@link Item} with a {@link Place}; {@link Flow} moves
 * it and counts, {@link Reducers} and {@link Admission} decide where to, {@link Drainer} takes it
 * out. All of that is under one lock, the flow's, which is never held while the sink, a file or a
 * logger is used.
 */
public final class LogPipeline implements LogEmitter, AutoCloseable {
  /** The source of the pipeline's own records; nobody else may use it. */
  public static final Source OWN_SOURCE = Source.of("logsink");

  /** The account of the sources that came when there were too many. */
  public static final Source OTHER_SOURCES = Source.of("logsink:others");

  /** What a record takes of {@code maxBytes} besides its body, source name and attributes. */
  public static final int RECORD_OVERHEAD_BYTES = Weights.RECORD_BYTES;

  private final PipelineSettings settings;
  private final PipelineParts parts;
  private final FlightWatch flightWatch;

  LogPipeline(PipelineSettings settings, PipelineParts parts) {
    this.settings = settings;
    this.parts = parts;
    this.flightWatch = new FlightWatch(settings.countersFile().toString(), this::stats);
  }

  /**
   * A pipeline into {@code sink}, which goes on with the counters in {@code
   * settings.countersFile()}. When the process before did not close its pipeline, what it stored
   * after its last save is read and counted first.
   *
   * @throws LogSinkException when the counters or the sink cannot be read
   */
  public static LogPipeline open(PipelineSettings settings, LogSink sink) throws LogSinkException {
    CountersStore store = new CountersFile(settings.countersFile());
    PipelineParts parts = PipelineParts.open(settings, sink, store, PipelineClock.SYSTEM);
    LogPipeline pipeline = new LogPipeline(settings, parts);
    pipeline.start();
    return pipeline;
  }

  private void start() {
    parts.start();
    flightWatch.start();
  }

  @Override
  public void emit(LogRecord record) {
    requireForeign(record.source());
    Account account = parts.accounts().of(record.source());
    LineKey key = account.key(record);
    Flow flow = parts.flow();
    flow.lock();
    try {
      flow.requireOpen();
      parts.intake().take(flow.arrive(new Item(account, record)), key);
    } finally {
      flow.unlock();
    }
  }

  /** Refuses a source that nobody but the pipeline may use. */
  static void requireForeign(Source source) {
    if (source.equals(OWN_SOURCE)) {
      throw new IllegalArgumentException(
          "the source %s is the pipeline's own; emit under another name".formatted(source));
    }
  }

  @Override
  public void endOfSource(Source source) {
    parts.flow().locked(() -> parts.intake().end(source));
  }

  /**
   * Waits until what is queued now is stored or lost, without the delay that collects batches. What
   * reducers hold stays there.
   *
   * @return whether it was done within {@code timeout}
   * @throws InterruptedException when the thread was interrupted while it waited
   */
  public boolean drain(Duration timeout) throws InterruptedException {
    return parts.closing().drain(timeout);
  }

  /** The accounts and how things are, now. Also after closing. */
  public PipelineStats stats() {
    return parts.stats(settings);
  }

  /**
   * Drains for {@link PipelineSettings#closeTime()}, then closes: {@link #close(Duration)} without
   * its answer.
   */
  @Override
  public void close() {
    close(settings.closeTime());
  }

  /**
   * Takes no more records, lets go what reducers hold, drains, tells the losses, syncs, and saves
   * the counters. What the sink did not take within {@code timeout} is counted as failed. An append
   * that is under way then is not cut off: its records count as failed here, and the next opening
   * finds out whether they were stored. A second call does nothing.
   *
   * <p>Wait for the pipeline's threads only by this method; interrupting them does nothing.
   *
   * @return the last statistics
   */
  public PipelineStats close(Duration timeout) {
    parts.closing().close(timeout);
    flightWatch.stop();
    return stats();
  }

  /** For tests, which run the parts themselves. */
  PipelineParts parts() {
    return parts;
  }
}
