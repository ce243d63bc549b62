package io.logsink.bench.micro;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.AppenderBase;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;

/** Logback with its AsyncAppender; nothing is discarded for being of a low level. */
final class LogbackTarget implements EmitTarget {
  private static final int CLOSE_MILLIS = 60_000;

  private final LoggerContext context = new LoggerContext();
  private final AsyncAppender async = new AsyncAppender();
  private final CountingAppender appender = new CountingAppender();

  LogbackTarget(boolean blocks) {
    context.setMDCAdapter(new LogbackMDCAdapter());
    appender.setContext(context);
    appender.start();
    async.setContext(context);
    async.setQueueSize(QUEUE_COUNT);
    async.setDiscardingThreshold(0);
    async.setNeverBlock(!blocks);
    async.setMaxFlushTime(CLOSE_MILLIS);
    async.addAppender(appender);
    async.start();
    ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.INFO);
    root.addAppender(async);
  }

  @Override
  public Runnable producer(String name) {
    Logger logger = context.getLogger(name);
    return () -> logger.info(Emitting.TEXT);
  }

  @Override
  public long close() {
    context.stop();
    return appender.count.get();
  }

  private static final class CountingAppender extends AppenderBase<ILoggingEvent> {
    private final AtomicLong count = new AtomicLong();

    @Override
    protected void append(ILoggingEvent event) {
      count.incrementAndGet();
    }
  }
}
