package io.logsink.baselines.appender;

import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.async.AsyncLoggerContext;
import org.apache.logging.log4j.core.config.Configuration;

/** Log4j2 with all loggers asynchronous, set up as a configuration file would. */
final class Log4jAppender implements LineAppender {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final long PAUSE_NANOS = 100_000;

  private final AsyncLoggerContext context = new AsyncLoggerContext("baseline");
  private final Log4jWatch watch = new Log4jWatch();
  private final Path folder;
  private long appendedCount;

  Log4jAppender(Log4jSettings settings) throws IOException {
    folder = settings.directory();
    Configuration configuration = Log4jFiles.configuration(settings);
    watch.over(configuration);
    context.start(configuration);
    check();
  }

  @Override
  public void append(LogRecord entry) {
    appendedCount++;
    context.getLogger(entry.source().name()).log(level(entry.severity()), new BodyMessage(entry));
  }

  private static Level level(Severity severity) {
    if (severity.atLeast(Severity.FATAL)) {
      return Level.FATAL;
    }
    if (severity.atLeast(Severity.ERROR)) {
      return Level.ERROR;
    }
    if (severity.atLeast(Severity.WARN)) {
      return Level.WARN;
    }
    if (severity.atLeast(Severity.INFO)) {
      return Level.INFO;
    }
    return severity.atLeast(Severity.DEBUG) ? Level.DEBUG : Level.TRACE;
  }

  @Override
  public void check() throws IOException {
    watch.check();
  }

  /** The appender writes its buffer with the last event that waits, so it is enough to wait. */
  @Override
  public void flush() throws IOException {
    long start = System.nanoTime();
    while (watch.passedCount() < appendedCount) {
      if (System.nanoTime() - start > PATIENCE.toNanos()) {
        throw new IOException(
            "of %d records, Log4j2 has written %d after %d s"
                .formatted(appendedCount, watch.passedCount(), PATIENCE.toSeconds()));
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  @Override
  public Map<String, String> engine() {
    return Map.of(
        "ring_buffer", String.valueOf(context.createRingBufferAdmin().getBufferSize()),
        "files", folder.toString());
  }

  @Override
  public void close() throws IOException {
    try {
      flush();
    } finally {
      context.stop(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
    check();
  }
}
