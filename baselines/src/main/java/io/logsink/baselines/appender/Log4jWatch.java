package io.logsink.baselines.appender;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.ErrorHandler;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.Property;
import org.jspecify.annotations.Nullable;

/**
 * Stands behind the file appender and counts what has passed it, because Log4j2 has no way to wait
 * for its files; and takes the errors, which it would print.
 */
final class Log4jWatch implements ErrorHandler {
  private final AtomicLong passedCount = new AtomicLong();
  private final AtomicReference<@Nullable IOException> failure = new AtomicReference<>();

  /** Before the configuration is started. */
  void over(Configuration configuration) throws IOException {
    Appender files = configuration.getAppender(Log4jFiles.APPENDER);
    if (files == null) {
      throw new IOException("Log4j2 cannot open its file; it has said why on standard error");
    }
    files.setHandler(this);
    Counter counter = new Counter();
    counter.start();
    configuration.addAppender(counter);
    configuration.getRootLogger().addAppender(counter, null, null);
  }

  long passedCount() {
    return passedCount.get();
  }

  /** Throws the first error, if there was one. */
  void check() throws IOException {
    IOException first = failure.get();
    if (first != null) {
      throw new IOException(first.getMessage(), first);
    }
  }

  @Override
  public void error(String message) {
    failure.compareAndSet(null, new IOException(message));
  }

  @Override
  public void error(String message, Throwable cause) {
    failure.compareAndSet(null, new IOException(message, cause));
  }

  @Override
  public void error(String message, LogEvent event, Throwable cause) {
    error(message, cause);
  }

  private final class Counter extends AbstractAppender {
    Counter() {
      super("counter", null, null, false, Property.EMPTY_ARRAY);
    }

    @Override
    public void append(LogEvent event) {
      passedCount.incrementAndGet();
    }
  }
}
