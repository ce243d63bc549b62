package io.logsink.app;

import io.logsink.api.Access;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.config.BackendCatalogue;
import io.logsink.config.ConfigSources;
import io.logsink.config.LogSinkConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which store. */
final class StoreOptions {
  @Mixin private ConfigOptions config;

  @Option(
      names = "--backend",
      paramLabel = "NAME",
      description = "This backend instead of the config's; sqlite when there is none.")
  private @Nullable String backend;

  @Option(
      names = "--dir",
      paramLabel = "FOLDER",
      description = "The store is in this folder instead of the config's.")
  private @Nullable String directory;

  private @Nullable LogSinkConfig loaded;

  LogSink open(Access access) throws LogSinkException {
    return config().open(access);
  }

  /** The config that the options ask for, read once. */
  LogSinkConfig config() {
    if (loaded == null) {
      loaded = LogSinkConfig.load(sources(), BackendCatalogue.find(), OwnSections.DEFAULTS);
    }
    return loaded;
  }

  /** Where settings are looked for. */
  ConfigSources sources() {
    ConfigSources sources = config.sources();
    if (backend != null) {
      sources = sources.withBackend(backend, "option --backend");
    }
    if (directory != null) {
      sources = sources.withSetting("directory", directory, "option --dir");
    }
    return sources;
  }
}
