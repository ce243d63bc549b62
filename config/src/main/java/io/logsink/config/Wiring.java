package io.logsink.config;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.ProvisionException;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;

/** Guice at its strictest: nothing is bound that was not asked for, and nothing is guessed. */
final class Wiring extends AbstractModule {
  private Wiring() {}

  @Override
  protected void configure() {
    binder().requireExplicitBindings();
    binder().requireExactBindingAnnotations();
    binder().requireAtInjectOnConstructors();
    binder().disableCircularProxies();
  }

  /** The sink that {@code module} binds; what opening it throws is thrown as it is. */
  static LogSink open(LogSinkModule module) throws LogSinkException {
    try {
      return Guice.createInjector(new Wiring(), module).getInstance(LogSink.class);
    } catch (ProvisionException e) {
      switch (e.getCause()) {
        case LogSinkException expected -> throw expected;
        case RuntimeException unexpected -> throw unexpected;
        case null, default -> throw e;
      }
    }
  }
}
