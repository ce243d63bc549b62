package io.logsink.config;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.logsink.api.LogSinkException;
import io.logsink.pipeline.LogEmitter;
import io.logsink.pipeline.route.MergedReader;
import io.logsink.pipeline.route.RoutedPipeline;

/**
 * Binds the pipeline that a config describes, for an application that is wired by Guice and owns
 * the stores: {@link LogEmitter} and {@link RoutedPipeline} to write, {@link MergedReader} to read;
 * {@link OwnedPipeline}, which the application closes; {@link LogSinkConfig}; and a {@code Map} of
 * the backends by name. Everything is opened when it is first injected. Works in Guice's strictest
 * mode, and instead of {@link LogSinkModule}: a store has one owner.
 */
public final class LogPipelineModule extends AbstractModule {
  private final LogSinkConfig config;

  /** Binds what {@code config} describes. */
  public LogPipelineModule(LogSinkConfig config) {
    this.config = config;
  }

  @Override
  protected void configure() {
    install(new BackendsModule(config));
    bind(LogEmitter.class).to(RoutedPipeline.class);
  }

  @Provides
  @Singleton
  OwnedPipeline owned(SinkOpening opening) throws LogSinkException {
    return opening.openPipeline();
  }

  @Provides
  RoutedPipeline pipeline(OwnedPipeline owned) {
    return owned.pipeline();
  }

  @Provides
  MergedReader reader(OwnedPipeline owned) {
    return owned.reader();
  }
}
