package io.logsink.config;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.MapBinder;
import io.logsink.api.LogSinkBackend;

/** Binds a config, the backends by name, and what opens the chosen one. */
final class BackendsModule extends AbstractModule {
  private final LogSinkConfig config;

  BackendsModule(LogSinkConfig config) {
    this.config = config;
  }

  @Override
  protected void configure() {
    bind(LogSinkConfig.class).toInstance(config);
    bind(SinkOpening.class);
    MapBinder<String, LogSinkBackend> backends =
        MapBinder.newMapBinder(binder(), String.class, LogSinkBackend.class);
    for (LogSinkBackend backend : config.catalogue().backends()) {
      // not toInstance: Guice would look through a stranger's class for places to inject into
      backends.addBinding(backend.name()).toProvider(() -> backend);
    }
  }
}
