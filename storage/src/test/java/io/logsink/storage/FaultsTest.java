package io.logsink.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.api.LogSinkException;
import io.logsink.api.SinkFullException;
import io.logsink.api.SinkUnavailableException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class FaultsTest {
  private final Faults faults = new Faults("sqlite", Path.of("/logs"));

  @Test
  void nameBackendStoreOperationAndCode() {
    assertThat(faults.corrupt("open", "not a database", "SQLITE_NOTADB", null))
        .hasMessage("sqlite: open in /logs: not a database [SQLITE_NOTADB]");
  }

  @Test
  void aFullDiskIsFull() {
    assertThat(faults.of("append", new IOException("No space left on device")))
        .isInstanceOf(SinkFullException.class)
        .hasMessageContaining("[ENOSPC]")
        .hasMessageContaining("retention.max-bytes");
    assertThat(faults.of("append", new FileSystemException("/logs", null, "Disk quota exceeded")))
        .isInstanceOf(SinkFullException.class);
  }

  @Test
  void everyOtherFailureIsOfTheMomentAndSaysWhatItIs() {
    assertUnavailable(new AccessDeniedException("/logs/LOCK"), "not allowed");
    assertUnavailable(
        new FileSystemException("/logs", null, "Read-only file system"), "not allowed (Read-only");
    assertUnavailable(new NoSuchFileException("/logs/x"), "no such file: /logs/x");
    assertUnavailable(new IOException(), "IOException");
  }

  private void assertUnavailable(IOException e, String message) {
    LogSinkException fault = faults.of("open", e);
    assertThat(fault).isInstanceOf(SinkUnavailableException.class).hasMessageContaining(message);
  }
}
