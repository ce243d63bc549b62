package io.logsink.rotfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.logsink.api.InvalidSettingException;
import io.logsink.api.LogSinkBackend;
import io.logsink.storage.RetentionSettings;
import io.logsink.storage.WindowSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ServiceLoader;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

final class RotfileSettingsTest {
  private static final RotfileSettings DEFAULT = RotfileSettings.DEFAULT;

  @Test
  void everyDefaultIsPinned() {
    assertThat(DEFAULT.directory()).isEqualTo(Path.of("logsink-data", "rotfile"));
    assertThat(DEFAULT.window().maxAge()).isEqualTo(Duration.ofHours(6));
    assertThat(DEFAULT.window().maxBytes()).isEqualTo(128L << 20);
    assertThat(DEFAULT.retention().maxAge()).isEqualTo(Duration.ofDays(7));
    assertThat(DEFAULT.retention().maxBytes()).isEqualTo(2L << 30);
    assertThat(DEFAULT.zstdLevel()).isEqualTo(3);
    assertThat(DEFAULT.maxOpenFiles()).isEqualTo(128);
  }

  @Test
  void eachWithChangesOneComponent() {
    Path directory = Path.of("elsewhere");
    WindowSettings window = new WindowSettings(Duration.ofMinutes(1), 1 << 20);
    RetentionSettings retention = new RetentionSettings(Duration.ofMinutes(2), 4 << 20);

    assertThat(
            DEFAULT
                .withDirectory(directory)
                .withWindow(window)
                .withRetention(retention)
                .withZstdLevel(9)
                .withMaxOpenFiles(7))
        .isEqualTo(new RotfileSettings(directory, window, retention, 9, 7));
  }

  @Test
  void refusesWhatCannotBe() {
    assertRefused("zstdLevel", "0", () -> DEFAULT.withZstdLevel(0));
    assertRefused("zstdLevel", "23", () -> DEFAULT.withZstdLevel(23));
    assertRefused("maxOpenFiles", "0", () -> DEFAULT.withMaxOpenFiles(0));
    assertRefused("maxOpenFiles", "100001", () -> DEFAULT.withMaxOpenFiles(100_001));
  }

  private static void assertRefused(String field, String value, ThrowingCallable making) {
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(making)
        .satisfies(e -> assertThat(e.field()).isEqualTo(field))
        .satisfies(e -> assertThat(e.value()).isEqualTo(value));
  }

  @Test
  void theBackendIsFoundByItsName() {
    assertThat(ServiceLoader.load(LogSinkBackend.class))
        .filteredOn(backend -> backend.name().equals("rotfile"))
        .singleElement()
        .satisfies(backend -> assertThat(backend.defaultSettings()).isEqualTo(DEFAULT));
  }
}
