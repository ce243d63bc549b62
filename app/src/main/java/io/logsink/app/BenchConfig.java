package io.logsink.app;

import io.logsink.bench.workload.WorkloadFile;
import io.logsink.bench.workload.WorkloadSettings;
import io.logsink.config.BackendCatalogue;
import io.logsink.config.ConfigSources;
import io.logsink.config.LogSinkConfig;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
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
    LogSinkConfig config = load(sources());
    config.catalogue().unusable().forEach(reason -> console.say("not usable: " + reason));
    return config;
  }

  /** Reads {@code sources}; a workload may stand in the same file. */
  static LogSinkConfig load(ConfigSources sources) {
    Map<String, Record> sections = new LinkedHashMap<>(OwnSections.DEFAULTS);
    sections.put(WorkloadFile.SECTION, WorkloadSettings.DEFAULT);
    return LogSinkConfig.load(sources, BackendCatalogue.find(), sections);
  }

  /** Which backend is chosen does not matter: each is asked for by its name. */
  ConfigSources sources() {
    ConfigSources sources =
        ConfigSources.process().withDefaultBackend(ConfigOptions.DEFAULT_BACKEND);
    return file == null ? sources : sources.withFile(file);
  }
}
