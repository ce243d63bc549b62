package io.logsink.bench.micro;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.Logger;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.async.AsyncLoggerContext;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilder;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilderFactory;
import org.apache.logging.log4j.core.config.builder.impl.BuiltConfiguration;

/** Log4j2 with all loggers asynchronous, over the Disruptor. */
final class Log4jTarget implements EmitTarget {
  /** The least power of two that holds as many as the others. */
  private static final int RING_COUNT = Integer.highestOneBit(QUEUE_COUNT) << 1;

  private final CountingAppender appender = new CountingAppender();
  private final AsyncLoggerContext context;

  Log4jTarget(boolean blocks) {
    System.setProperty("log4j2.asyncLoggerRingBufferSize", String.valueOf(RING_COUNT));
    System.setProperty("log4j2.asyncQueueFullPolicy", blocks ? "Default" : "Discard");
    context = new AsyncLoggerContext("emit");
    context.start(configuration());
  }

  /** Not the default one: for that, Log4j2 starts no Disruptor. */
  private Configuration configuration() {
    ConfigurationBuilder<BuiltConfiguration> builder =
        ConfigurationBuilderFactory.newConfigurationBuilder();
    Configuration configuration =
        builder
            .add(builder.newRootLogger(Level.INFO).addAttribute("includeLocation", false))
            .build();
    appender.start();
    configuration.addAppender(appender);
    configuration.getRootLogger().addAppender(appender, null, null);
    return configuration;
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

  private static final class CountingAppender extends AbstractAppender {
    private final AtomicLong count = new AtomicLong();

    CountingAppender() {
      super("counting", null, null, false, Property.EMPTY_ARRAY);
    }

    @Override
    public void append(LogEvent event) {
      count.incrementAndGet();
    }
  }
}
