package io.logsink.app;

import io.logsink.api.Access;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.config.BackendCatalogue;
import io.logsink.config.ConfigSources;
import io.logsink.config.LogSinkConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which store. */
final class StoreOptions {
  static final String DEFAULT_BACKEND = "sqlite";

  private static final Path USUAL_FILE = Path.of("logsink.conf");

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The config file; logsink.conf when there is one.")
  private @Nullable Path file;

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

  private @Nullable LogSinkConfig config;

  LogSink open(Access access) throws LogSinkException {
    return config().open(access);
  }

  /** The config that the options ask for, read once. */
  LogSinkConfig config() {
    if (config == null) {
      config = LogSinkConfig.load(sources(), BackendCatalogue.find());
    }
    return config;
  }

  /** Where settings are looked for. */
  ConfigSources sources() {
    ConfigSources sources = ConfigSources.process().withDefaultBackend(DEFAULT_BACKEND);
    if (file != null || Files.exists(USUAL_FILE)) {
      sources = sources.withFile(file == null ? USUAL_FILE : file);
    }
    if (backend != null) {
      sources = sources.withBackend(backend, "option --backend");
    }
    if (directory != null) {
      sources = sources.withSetting("directory", directory, "option --dir");
    }
    return sources;
  }
}
