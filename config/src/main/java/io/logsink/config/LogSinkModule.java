package io.logsink.config;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.logsink.api.Access;
import io.logsink.api.LogAppender;
import io.logsink.api.LogReader;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;

/**
 * Binds the one store of the backend that a config chooses, for an application that is wired by
 * Guice and has no pipeline (see {@link LogPipelineModule}): {@link LogSink}, also as {@link
 * LogAppender} and {@link LogReader}; {@link LogSinkConfig}; and a {@code Map} of the backends by
 * name. The store is opened when it is first injected, and is the application's to close. Works in
 * Guice's strictest mode.
 */
public final class LogSinkModule extends AbstractModule {
  private final LogSinkConfig config;
  private final Access access;

  /**
   * Binds what {@code config} names.
   *
   * @param access as owner or to read only
   */
  public LogSinkModule(LogSinkConfig config, Access access) {
    this.config = config;
    this.access = access;
  }

  @Override
  protected void configure() {
    install(new BackendsModule(config));
    bind(LogAppender.class).to(LogSink.class);
    bind(LogReader.class).to(LogSink.class);
  }

  @Provides
  @Singleton
  LogSink sink(SinkOpening opening) throws LogSinkException {
    return opening.open(access);
  }
}
