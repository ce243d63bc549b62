package io.logsink.bench.stretch;

import io.logsink.api.LogReader;
import io.logsink.api.LogSinkException;
import io.logsink.api.query.LogQuery;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * Asks a store one question after the other while it is appended to, each at the time when it is
 * due: a question that has to wait for the answer before it has waited since then. Runs from its
 * making until it is closed; the figures are for after that.
 */
public final class CompetingReader implements AutoCloseable {
  private final LogReader reader;
  private final List<LogQuery> queries;
  private final long everyNanos;
  private final Histogram answered = new Histogram(3);
  private final long startNanos = System.nanoTime();
  private final Companion companion;
  private long askedCount;
  private long failedCount;

  /** Asks {@code questions} in turn, one {@code every} so long, from now on. */
  public CompetingReader(LogReader reader, ReaderQuestions questions, Duration every) {
    this.reader = reader;
    this.queries = questions.queries();
    this.everyNanos = every.toNanos();
    this.companion = Companion.start("competing-reader", this::step);
  }

  private void step() {
    long due = startNanos + askedCount * everyNanos;
    long wait = due - System.nanoTime();
    if (wait > 0) {
      LockSupport.parkNanos(wait);
    } else {
      ask(due);
    }
  }

  private void ask(long due) {
    LogQuery query = queries.get((int) (askedCount++ % queries.size()));
    try {
      reader.read(query);
      answered.recordValue(System.nanoTime() - due);
    } catch (LogSinkException | RuntimeException e) {
      failedCount++;
    }
  }

  /** Asks no more, and waits for the answer that is under way. */
  @Override
  public void close() {
    companion.close();
  }

  /** How often it asked, and how long it waited, if it got an answer. */
  public Map<Measure, Double> figures() {
    Map<Measure, Double> figures = new EnumMap<>(Measure.class);
    figures.put(Measure.READER_COUNT, (double) askedCount);
    figures.put(Measure.READER_FAILED, (double) failedCount);
    if (answered.getTotalCount() > 0) {
      figures.put(Measure.READER_P50, (double) answered.getValueAtPercentile(50));
      figures.put(Measure.READER_P99, (double) answered.getValueAtPercentile(99));
    }
    return figures;
  }
}
