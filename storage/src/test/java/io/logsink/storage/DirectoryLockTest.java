package io.logsink.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.logsink.api.LogSinkException;
import io.logsink.api.SinkUnavailableException;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DirectoryLockTest {
  @TempDir Path folder;

  private String owner() throws LogSinkException {
    return String.valueOf(DirectoryLock.ownerOf(new Faults("memory", folder), folder));
  }

  @Test
  void tellsTheOwnerWhileThereIsOne() throws LogSinkException, IOException {
    Faults faults = new Faults("memory", folder);
    assertThat(owner()).isEqualTo("null");
    assertThat(folder).isEmptyDirectory();
    DirectoryLock lock = DirectoryLock.acquire(faults, folder);
    assertThat(owner()).contains("pid " + ProcessHandle.current().pid());
    lock.close();
    assertThat(owner()).isEqualTo("null");
  }

  @Test
  void lookingDoesNotGiveTheLockAway() throws LogSinkException, IOException {
    Faults faults = new Faults("memory", folder);
    try (DirectoryLock _ = DirectoryLock.acquire(faults, folder)) {
      assertThat(owner()).contains("this process");
      assertThatThrownBy(() -> DirectoryLock.acquire(faults, folder))
          .isInstanceOf(SinkUnavailableException.class);
    }
    DirectoryLock.acquire(faults, folder).close();
  }
}
