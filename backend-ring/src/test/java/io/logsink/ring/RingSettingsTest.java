package io.logsink.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.logsink.api.BackendConfig;
import io.logsink.api.InvalidSettingException;
import io.logsink.api.LogSinkBackend;
import io.logsink.storage.RetentionSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ServiceLoader;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

final class RingSettingsTest {
  private static final RingSettings DEFAULT = RingSettings.DEFAULT;

  @Test
  void everyDefaultIsPinned() {
    assertThat(DEFAULT.directory()).isEqualTo(Path.of("logsink-data", "ring"));
    assertThat(DEFAULT.retention().maxBytes()).isEqualTo(64L << 20);
    assertThat(DEFAULT.retention().maxAge()).isEqualTo(Duration.ofDays(7));
    assertThat(DEFAULT.snapshotInterval()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void eachWithChangesOneComponent() {
    Path directory = Path.of("elsewhere");
    RetentionSettings retention = new RetentionSettings(Duration.ofMinutes(2), 4 << 20);
    Duration interval = Duration.ofSeconds(3);

    assertThat(
            DEFAULT
                .withDirectory(directory)
                .withRetention(retention)
                .withSnapshotInterval(interval))
        .isEqualTo(new RingSettings(directory, retention, interval));
  }

  @Test
  void refusesWhatCannotBe() {
    assertRefused("maxBytes", "2097151", () -> holding((2 << 20) - 1));
    assertRefused("retention.maxBytes", "1099511627777", () -> holding((1L << 40) + 1));
    assertRefused(
        "maxAge", "PT0.999S", () -> new RetentionSettings(Duration.ofMillis(999), 4 << 20));
    assertRefused("snapshotInterval", "PT0S", () -> DEFAULT.withSnapshotInterval(Duration.ZERO));
  }

  private static RingSettings holding(long maxBytes) {
    return DEFAULT.withRetention(new RetentionSettings(Duration.ofDays(1), maxBytes));
  }

  private static void assertRefused(String field, String value, ThrowingCallable making) {
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(making)
        .satisfies(e -> assertThat(e.field()).isEqualTo(field))
        .satisfies(e -> assertThat(e.value()).isEqualTo(value));
  }

  @Test
  void theLongestBodyIsHalfTheRingAtMost() {
    assertThat(RingBackend.capabilities(holding(2 << 20)).maxRecordBytes()).isEqualTo(1 << 20);
    assertThat(RingBackend.capabilities(holding(1L << 40)).maxRecordBytes()).isEqualTo(16 << 20);
  }

  @Test
  void theBackendIsFoundByItsName() {
    assertThat(ServiceLoader.load(LogSinkBackend.class))
        .filteredOn(backend -> backend.name().equals("ring"))
        .singleElement()
        .satisfies(backend -> assertThat(backend.defaultSettings()).isEqualTo(DEFAULT));
  }

  @Test
  void refusesTheSettingsOfAnotherBackend() {
    record Other(int value) {}

    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> new RingBackend().open(BackendConfig.owner(new Other(1))).close())
        .withMessageContaining("RingSettings");
  }
}
