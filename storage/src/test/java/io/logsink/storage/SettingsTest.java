package io.logsink.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.logsink.api.InvalidSettingException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class SettingsTest {
  @Test
  void defaults() {
    assertThat(WindowSettings.DEFAULT)
        .isEqualTo(new WindowSettings(Duration.ofHours(6), 134_217_728));
    assertThat(RetentionSettings.DEFAULT)
        .isEqualTo(new RetentionSettings(Duration.ofDays(7), 2_147_483_648L));
  }

  @Test
  void windowsAreNotTooSmall() {
    assertThatThrownBy(() -> new WindowSettings(Duration.ofMillis(999), 1 << 20))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage("maxAge must be 1 s or more, not PT0.999S");
    assertThatThrownBy(() -> new WindowSettings(Duration.ofSeconds(1), (1 << 20) - 1))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage("maxBytes must be 1 MiB or more, not 1048575");
  }

  @Test
  void retentionIsNotTooShort() {
    assertThatThrownBy(() -> new RetentionSettings(Duration.ZERO, 2 << 20))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage("maxAge must be 1 s or more, not PT0S");
    assertThatThrownBy(() -> new RetentionSettings(Duration.ofDays(1), 1 << 20))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage("maxBytes must be 2 MiB or more, not 1048576");
  }
}
