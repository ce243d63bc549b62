package io.logsink.bench.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.api.LogSinkBackend;
import io.logsink.config.BackendCatalogue;
import io.logsink.lmdb.LmdbBackend;
import io.logsink.lmdb.LmdbSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SettingsFileTest {
  @TempDir private Path folder;

  @Test
  void everyBackendsSettingsComeBackAsTheyWere() throws Exception {
    for (LogSinkBackend backend : BackendCatalogue.find().backends()) {
      Path file = folder.resolve(backend.name());
      SettingsFile.write(file, backend, backend.defaultSettings());

      assertThat(SettingsFile.read(file, backend)).isEqualTo(backend.defaultSettings());
    }
  }

  @Test
  void soDoThoseThatAreNotTheDefaults() throws Exception {
    LmdbSettings settings =
        new LmdbBackend()
            .defaultSettings()
            .withZstdLevel(7)
            .withDirectory(folder.resolve("a store \"quoted\""));
    SettingsFile.write(folder.resolve("x.conf"), new LmdbBackend(), settings);

    assertThat(SettingsFile.read(folder.resolve("x.conf"), new LmdbBackend())).isEqualTo(settings);
  }
}
