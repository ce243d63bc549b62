package io.logsink.lmdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.logsink.api.BackendConfig;
import io.logsink.api.Durability;
import io.logsink.api.InvalidSettingException;
import io.logsink.api.LogSinkBackend;
import io.logsink.storage.RetentionSettings;
import io.logsink.storage.WindowSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ServiceLoader;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

final class LmdbSettingsTest {
  private static final LmdbSettings DEFAULT = LmdbSettings.DEFAULT;

  @Test
  void everyDefaultIsPinned() {
    assertThat(DEFAULT.directory()).isEqualTo(Path.of("logsink-data", "lmdb"));
    assertThat(DEFAULT.window().maxAge()).isEqualTo(Duration.ofHours(6));
    assertThat(DEFAULT.window().maxBytes()).isEqualTo(128L << 20);
    assertThat(DEFAULT.retention().maxAge()).isEqualTo(Duration.ofDays(7));
    assertThat(DEFAULT.retention().maxBytes()).isEqualTo(2L << 30);
    assertThat(DEFAULT.blockRecordCount()).isEqualTo(512);
    assertThat(DEFAULT.zstdLevel()).isEqualTo(1);
    assertThat(DEFAULT.flush()).isEqualTo(LmdbSettings.Flush.SYNC);
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
                .withBlockRecordCount(7)
                .withZstdLevel(9)
                .withFlush(LmdbSettings.Flush.NONE))
        .isEqualTo(new LmdbSettings(directory, window, retention, 7, 9, LmdbSettings.Flush.NONE));
  }

  @Test
  void refusesWhatCannotBe() {
    assertRefused("blockRecordCount", "0", () -> DEFAULT.withBlockRecordCount(0));
    assertRefused("blockRecordCount", "100001", () -> DEFAULT.withBlockRecordCount(100_001));
    assertRefused("zstdLevel", "0", () -> DEFAULT.withZstdLevel(0));
    assertRefused("zstdLevel", "23", () -> DEFAULT.withZstdLevel(23));
    WindowSettings huge = new WindowSettings(Duration.ofHours(1), Long.MAX_VALUE);
    assertRefused(
        "window.maxBytes", String.valueOf(Long.MAX_VALUE), () -> DEFAULT.withWindow(huge));
  }

  private static void assertRefused(String field, String value, ThrowingCallable making) {
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(making)
        .satisfies(e -> assertThat(e.field()).isEqualTo(field))
        .satisfies(e -> assertThat(e.value()).isEqualTo(value));
  }

  @Test
  void promisesWhatTheFlushSettingKeeps() {
    assertPromise(LmdbSettings.Flush.APPEND, Durability.POWER_LOSS, Durability.POWER_LOSS);
    assertPromise(LmdbSettings.Flush.SYNC, Durability.PROCESS_CRASH, Durability.POWER_LOSS);
    assertPromise(LmdbSettings.Flush.NONE, Durability.PROCESS_CRASH, Durability.PROCESS_CRASH);
  }

  private static void assertPromise(
      LmdbSettings.Flush flush, Durability onAppend, Durability onSync) {
    var capabilities = new LmdbFormat(DEFAULT.withFlush(flush)).capabilities();
    assertThat(capabilities.appendDurability()).isEqualTo(onAppend);
    assertThat(capabilities.syncDurability()).isEqualTo(onSync);
  }

  @Test
  void theBackendIsFoundByItsName() {
    assertThat(ServiceLoader.load(LogSinkBackend.class))
        .filteredOn(backend -> backend.name().equals("lmdb"))
        .singleElement()
        .satisfies(backend -> assertThat(backend.defaultSettings()).isEqualTo(DEFAULT));
  }

  @Test
  void refusesTheSettingsOfAnotherBackend() {
    record Other(int value) {}

    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> new LmdbBackend().open(BackendConfig.owner(new Other(1))).close())
        .withMessageContaining("LmdbSettings");
  }
}
