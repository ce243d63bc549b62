package io.logsink.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.AbstractModule;
import com.google.inject.ConfigurationException;
import com.google.inject.Guice;
import com.google.inject.Inject;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.TypeLiteral;
import io.logsink.api.Access;
import io.logsink.api.LogAppender;
import io.logsink.api.LogReader;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkBackend;
import io.logsink.config.TestBackend.TapeSettings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LogSinkModuleTest {
  private final TestBackend one = new TestBackend("one", new TapeSettings("x", 1));
  private final TestBackend two = new TestBackend("two", new TapeSettings("y", 2));
  private final LogSinkConfig config =
      LogSinkConfig.load(
          ConfigSources.none().withDefaultBackend("one"), BackendCatalogue.of(List.of(one, two)));

  /** What an application has: its module, which uses the strictest mode, and this one. */
  private final Injector injector =
      Guice.createInjector(
          new AbstractModule() {
            @Override
            protected void configure() {
              binder().requireExplicitBindings();
              binder().requireExactBindingAnnotations();
              binder().requireAtInjectOnConstructors();
              binder().disableCircularProxies();
              bind(Application.class);
            }
          },
          new LogSinkModule(config, Access.OWNER));

  static final class Application {
    private final LogSink sink;
    private final LogReader reader;
    private final LogAppender appender;

    @Inject
    Application(LogSink sink, LogReader reader, LogAppender appender) {
      this.sink = sink;
      this.reader = reader;
      this.appender = appender;
    }
  }

  @Test
  void anApplicationIsGivenTheOneStore() {
    Application application = injector.getInstance(Application.class);

    assertThat(application.sink)
        .isInstanceOf(TestBackend.Sink.class)
        .isSameAs(application.reader)
        .isSameAs(application.appender);
    assertThat(one.opened())
        .singleElement()
        .satisfies(with -> assertThat(with.access()).isEqualTo(Access.OWNER));
    assertThat(two.opened()).isEmpty();
  }

  @Test
  void nothingIsOpenedBeforeItIsNeeded() {
    injector.getInstance(LogSinkConfig.class);

    assertThat(one.opened()).isEmpty();
  }

  @Test
  void theBackendsAreBoundByName() {
    Map<String, LogSinkBackend> backends =
        injector.getInstance(Key.get(new TypeLiteral<Map<String, LogSinkBackend>>() {}));

    assertThat(backends).containsOnly(Map.entry("one", one), Map.entry("two", two));
  }

  @Test
  void guiceIsAtItsStrictest() {
    Injector strict = Guice.createInjector(new BackendsModule(config), new Wiring());

    assertThatThrownBy(() -> strict.getInstance(Application.class))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("Explicit bindings are required");
  }
}
