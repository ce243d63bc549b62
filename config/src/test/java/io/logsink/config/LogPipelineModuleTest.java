package io.logsink.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Inject;
import com.google.inject.Injector;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Source;
import io.logsink.config.TestBackend.TapeSettings;
import io.logsink.pipeline.LogEmitter;
import io.logsink.pipeline.route.MergedReader;
import io.logsink.pipeline.route.RoutedPipeline;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LogPipelineModuleTest {
  @TempDir private Path folder;

  private final TestBackend backend = new TestBackend("one", new TapeSettings("x", 1));

  static final class Application {
    private final LogEmitter emitter;
    private final RoutedPipeline pipeline;
    private final MergedReader reader;
    private final OwnedPipeline owned;

    @Inject
    Application(
        LogEmitter emitter, RoutedPipeline pipeline, MergedReader reader, OwnedPipeline owned) {
      this.emitter = emitter;
      this.pipeline = pipeline;
      this.reader = reader;
      this.owned = owned;
    }
  }

  private Injector injector() {
    ConfigSources sources =
        ConfigSources.none()
            .withDefaultBackend("one")
            .withProperties(
                Map.of("logsink.pipeline.counters-file", folder.resolve("counters").toString()));
    LogSinkConfig config = LogSinkConfig.load(sources, BackendCatalogue.of(List.of(backend)));
    return Guice.createInjector(
        new Wiring(),
        new AbstractModule() {
          @Override
          protected void configure() {
            bind(Application.class);
          }
        },
        new LogPipelineModule(config));
  }

  @Test
  void anApplicationIsGivenTheOnePipeline() throws Exception {
    Application application = injector().getInstance(Application.class);

    try (OwnedPipeline owned = application.owned) {
      application.emitter.emit(LogRecord.of(Instant.EPOCH, Source.of("rpc"), LogBody.of("a")));
      assertThat(application.emitter).isSameAs(application.pipeline).isSameAs(owned.pipeline());
      assertThat(application.reader).isSameAs(owned.reader());
    }
    assertThat(backend.texts()).containsExactly("a");
    assertThat(backend.opened()).hasSize(1);
    assertThat(backend.closedCount()).isEqualTo(1);
  }

  @Test
  void nothingIsOpenedBeforeItIsNeeded() {
    assertThat(injector().getInstance(LogSinkConfig.class).backend()).isSameAs(backend);

    assertThat(backend.opened()).isEmpty();
  }
}
