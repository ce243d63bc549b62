package io.logsink.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.sqlite.SqliteSettings;
import io.logsink.sqlite.SqliteSettings.JournalMode;
import io.logsink.sqlite.SqliteSettings.Synchronous;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class SettingsRecordTest {
  private final SettingsRecord settings = new SettingsRecord(SqliteSettings.DEFAULT);

  @Test
  void changesOneComponentOnly() {
    assertThat(settings.with("directory", Path.of("x")))
        .isEqualTo(SqliteSettings.DEFAULT.withDirectory(Path.of("x")));
    assertThat(settings.with("journalMode", JournalMode.DELETE))
        .isEqualTo(SqliteSettings.DEFAULT.withJournal(JournalMode.DELETE, Synchronous.NORMAL));
  }

  @Test
  void knowsTheTypesOfComponents() {
    assertThat(settings.typeOf("directory")).contains(Path.class);
    assertThat(settings.typeOf("folder")).isEmpty();
  }

  @Test
  void writesRecordsInsideByTheirPath() {
    assertThat(settings.flat())
        .containsEntry("synchronous", "NORMAL")
        .containsEntry("window.maxBytes", "134217728")
        .doesNotContainKey("window");
  }
}
