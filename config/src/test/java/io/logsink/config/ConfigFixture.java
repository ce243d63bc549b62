package io.logsink.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.Assertions;

/** Loads configs from files in a folder, for the backends {@code disk} and {@code tape}. */
record ConfigFixture(Path folder) {
  static final BackendCatalogue CATALOGUE =
      BackendCatalogue.of(List.of(TestBackend.TAPE, TestBackend.DISK));

  /** Nothing but the file. */
  ConfigSources file(String... lines) {
    try {
      return ConfigSources.none().withFile(Files.write(folder.resolve("my.conf"), List.of(lines)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  LogSinkConfig load(String... lines) {
    return LogSinkConfig.load(file(lines), CATALOGUE);
  }

  static DiskSettings disk(LogSinkConfig config) {
    return (DiskSettings) config.settingsOf("disk");
  }

  /** What is wrong with the file, without its folder. */
  List<String> problems(String... lines) {
    return problems(file(lines));
  }

  List<String> problems(ConfigSources sources) {
    ConfigException e =
        Assertions.catchThrowableOfType(
            ConfigException.class, () -> LogSinkConfig.load(sources, CATALOGUE));
    Assertions.assertThat(e).as("nothing was wrong").isNotNull();
    return e.problems().stream().map(problem -> problem.replace(folder + "/", "")).toList();
  }
}
