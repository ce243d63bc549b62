package io.logsink.config;

import com.google.inject.AbstractModule;
import com.google.inject.Provider;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.MapBinder;
import io.logsink.api.Access;
import io.logsink.api.BackendConfig;
import io.logsink.api.LogAppender;
import io.logsink.api.LogReader;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkBackend;
import io.logsink.api.LogSinkException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;

/**
 * Binds the store that a config names, for an application that is wired by Guice: {@link LogSink},
 * also as {@link LogAppender} and {@link LogReader}; {@link LogSinkConfig}; and the backends by
 * name. The store is opened when it is first injected, and is the application's to close. Works in
 * Guice's strictest mode.
 */
public final class LogSinkModule extends AbstractModule {
  private final LogSinkConfig config;
  private final BackendConfig opening;

  /**
   * Binds what {@code config} names.
   *
   * @param access as owner or to read only
   */
  public LogSinkModule(LogSinkConfig config, Access access) {
    this.config = config;
    this.opening = new BackendConfig(config.settings(), access, InstantSource.system());
  }

  @Override
  protected void configure() {
    bind(LogSinkConfig.class).toInstance(config);
    bind(LogAppender.class).to(LogSink.class);
    bind(LogReader.class).to(LogSink.class);
    MapBinder<String, LogSinkBackend> backends =
        MapBinder.newMapBinder(binder(), String.class, LogSinkBackend.class);
    for (LogSinkBackend backend : config.catalogue().backends()) {
      // not toInstance: Guice would look through a stranger's class for places to inject into
      backends.addBinding(backend.name()).toProvider(() -> backend);
    }
  }

  /** Asks for the one backend that is chosen, so that no other's library is loaded. */
  @Provides
  @Singleton
  LogSink sink(Map<String, Provider<LogSinkBackend>> backends) throws LogSinkException {
    return Objects.requireNonNull(backends.get(config.backend().name())).get().open(opening);
  }
}
