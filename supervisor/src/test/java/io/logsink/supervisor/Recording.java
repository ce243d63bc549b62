package io.logsink.supervisor;

import io.logsink.api.record.AttributeValue;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Source;
import io.logsink.pipeline.LogEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** An emitter that keeps everything, and can be waited for. */
public final class Recording implements LogEmitter {
  /** Long enough for the busiest machine; only a test that fails waits for it. */
  public static final Duration PATIENCE = Duration.ofMinutes(2);

  private final List<LogRecord> records = new ArrayList<>();
  private final List<Source> ended = new ArrayList<>();

  @Override
  public synchronized void emit(LogRecord record) {
    records.add(record);
    notifyAll();
  }

  @Override
  public synchronized void endOfSource(Source source) {
    ended.add(source);
    notifyAll();
  }

  /** All records so far, in order. */
  public synchronized List<LogRecord> records() {
    return List.copyOf(records);
  }

  /** The records of one source. */
  public List<LogRecord> of(Source source) {
    return records().stream().filter(record -> record.source().equals(source)).toList();
  }

  /** The bodies of one source as text. */
  public List<String> texts(Source source) {
    return of(source).stream().map(record -> record.body().text()).toList();
  }

  /** The names of the events of one service, in order. */
  public List<String> events() {
    return of(Supervisor.SOURCE).stream()
        .map(record -> attribute(record, ServiceEvents.EVENT))
        .toList();
  }

  /** The records of one kind of event. */
  public List<LogRecord> events(String name) {
    return of(Supervisor.SOURCE).stream()
        .filter(record -> attribute(record, ServiceEvents.EVENT).equals(name))
        .toList();
  }

  /** An attribute as text; empty when it is not there. */
  public static String attribute(LogRecord record, String key) {
    AttributeValue value = record.attributes().get(key);
    return value == null ? "" : value.text();
  }

  /** The sources that have ended, in order. */
  public synchronized List<Source> ended() {
    return List.copyOf(ended);
  }

  /** Waits until {@code condition} holds of what was recorded. */
  public void await(String what, Predicate<Recording> condition) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    synchronized (this) {
      while (!condition.test(this)) {
        if (System.nanoTime() > deadline) {
          throw new AssertionError("no " + what + " in " + records);
        }
        wait(1_000);
      }
    }
  }
}
