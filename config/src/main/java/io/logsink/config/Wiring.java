package io.logsink.config;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;

/** Guice at its strictest: nothing is there that was not bound, and nothing is guessed. */
final class Wiring extends AbstractModule {
  @Override
  protected void configure() {
    binder().requireExplicitBindings();
    binder().requireExactBindingAnnotations();
    binder().requireAtInjectOnConstructors();
    binder().disableCircularProxies();
  }

  /** What opens the stores of {@code config}. */
  static SinkOpening of(LogSinkConfig config) {
    return Guice.createInjector(new Wiring(), new BackendsModule(config))
        .getInstance(SinkOpening.class);
  }
}
