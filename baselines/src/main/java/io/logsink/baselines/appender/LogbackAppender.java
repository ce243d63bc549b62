package io.logsink.baselines.appender;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.status.Status;
import ch.qos.logback.core.util.FileSize;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Logback's rolling file appender, set up as a configuration file would. */
final class LogbackAppender implements LineAppender {
  private static final String CALLER = LogbackAppender.class.getName();

  private final LoggerContext context = new LoggerContext();
  private final RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
  private final LogbackSettings settings;

  LogbackAppender(LogbackSettings settings) throws IOException {
    this.settings = settings;
    context.setMDCAdapter(new LogbackMDCAdapter());
    appender.setContext(context);
    appender.setFile(file("lines.log"));
    appender.setEncoder(encoder());
    SizeAndTimeBasedRollingPolicy<ILoggingEvent> rolling = rolling();
    appender.setRollingPolicy(rolling);
    appender.setTriggeringPolicy(rolling);
    appender.start();
    context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).addAppender(appender);
    check();
  }

  private String file(String name) {
    Path file = settings.directory().resolve(name);
    return file.toString();
  }

  private PatternLayoutEncoder encoder() {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.setPattern(settings.pattern());
    encoder.start();
    return encoder;
  }

  private SizeAndTimeBasedRollingPolicy<ILoggingEvent> rolling() {
    SizeAndTimeBasedRollingPolicy<ILoggingEvent> rolling = new SizeAndTimeBasedRollingPolicy<>();
    rolling.setContext(context);
    rolling.setParent(appender);
    rolling.setFileNamePattern(file("lines-%d{yyyy-MM-dd}.%i.log"));
    rolling.setMaxFileSize(new FileSize(settings.fileBytes()));
    rolling.start();
    return rolling;
  }

  @Override
  public void append(LogRecord entry) {
    Logger logger = context.getLogger(entry.source().name());
    LoggingEvent event =
        new LoggingEvent(CALLER, logger, level(entry.severity()), entry.body().text(), null, null);
    event.setInstant(entry.timestamp());
    logger.callAppenders(event);
  }

  private static Level level(Severity severity) {
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
    Optional<Status> worst =
        context.getStatusManager().getCopyOfStatusList().stream()
            .filter(status -> status.getEffectiveLevel() >= Status.ERROR)
            .findFirst();
    if (worst.isPresent()) {
      throw new IOException(worst.get().getMessage(), worst.get().getThrowable());
    }
  }

  /** Nothing to do: each event is flushed. */
  @Override
  public void flush() {}

  @Override
  public Map<String, String> engine() {
    return Map.of(
        "immediate_flush", String.valueOf(appender.isImmediateFlush()),
        "append", String.valueOf(appender.isAppend()),
        "prudent", String.valueOf(appender.isPrudent()));
  }

  @Override
  public void close() throws IOException {
    appender.stop();
    try {
      check();
    } finally {
      context.stop();
    }
  }
}
