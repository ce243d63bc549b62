package io.logsink.app;

import io.logsink.config.BackendCatalogue;
import io.logsink.config.ConfigSources;
import io.logsink.config.LogSinkConfig;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The settings with which backends are measured. */
final class BenchConfig {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "The settings of the backends, but for their folders; the defaults when not given.")
  private @Nullable Path file;

  /** Reads it, and says on {@code console} which backends cannot be used. */
  LogSinkConfig load(Console console) {
    BackendCatalogue catalogue = BackendCatalogue.find();
    catalogue.unusable().forEach(reason -> console.say("not usable: " + reason));
    return LogSinkConfig.load(sources(), catalogue, OwnSections.DEFAULTS);
  }

  /** Which backend is chosen does not matter: each is asked for by its name. */
  ConfigSources sources() {
    ConfigSources sources =
        ConfigSources.process().withDefaultBackend(ConfigOptions.DEFAULT_BACKEND);
    return file == null ? sources : sources.withFile(file);
  }
}
