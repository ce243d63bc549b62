package io.logsink.app;

import io.logsink.config.ConfigSources;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where settings are looked for. */
final class ConfigOptions {
  static final String DEFAULT_BACKEND = "sqlite";

  private static final Path USUAL_FILE = Path.of("logsink.conf");

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The config file; logsink.conf when there is one.")
  private @Nullable Path file;

  /** The file, the environment and the system properties. */
  ConfigSources sources() {
    ConfigSources sources = ConfigSources.process().withDefaultBackend(DEFAULT_BACKEND);
    return file != null || Files.exists(USUAL_FILE)
        ? sources.withFile(file == null ? USUAL_FILE : file)
        : sources;
  }
}
