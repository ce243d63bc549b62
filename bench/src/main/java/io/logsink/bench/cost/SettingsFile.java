package io.logsink.bench.cost;

import io.logsink.api.LogSinkBackend;
import io.logsink.config.BackendCatalogue;
import io.logsink.config.ConfigSources;
import io.logsink.config.EffectiveSetting;
import io.logsink.config.LogSinkConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** A backend's settings as a section of a config, to hand them to another process. */
final class SettingsFile {
  private static final String SECTION = "contender";

  private SettingsFile() {}

  static void write(Path file, LogSinkBackend backend, Record settings) throws IOException {
    String text =
        load(ConfigSources.none(), backend, settings).effective().stream()
            .filter(setting -> setting.key().startsWith("logsink." + SECTION + "."))
            .map(EffectiveSetting::assignment)
            .collect(Collectors.joining("\n", "", "\n"));
    Files.writeString(file, text);
  }

  static Record read(Path file, LogSinkBackend backend) {
    Record defaults = backend.defaultSettings();
    return load(ConfigSources.none().withFile(file), backend, defaults)
        .section(SECTION, defaults.getClass());
  }

  private static LogSinkConfig load(ConfigSources sources, LogSinkBackend backend, Record section) {
    return LogSinkConfig.load(
        sources.withDefaultBackend(backend.name()),
        BackendCatalogue.find(),
        Map.of(SECTION, section));
  }
}
