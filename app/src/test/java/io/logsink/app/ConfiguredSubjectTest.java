package io.logsink.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.api.Capabilities;
import io.logsink.api.Feature;
import io.logsink.conformance.StoreLimits;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConfiguredSubjectTest {
  @TempDir private Path folder;

  @AfterEach
  void forgetTheChoice() {
    System.clearProperty("logsink.conformance.backend");
    System.clearProperty("logsink.conformance.config");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "lmdb", "rotfile", "ring"})
  void setsTheFolderAndWhatIsKept(String backend) {
    ConfiguredSubject subject = ConfiguredSubject.choose(null, backend);

    assertThat(subject.backend().name()).isEqualTo(backend);
    assertThat(subject.settings(folder, StoreLimits.FOUR_MIB).toString())
        .contains("directory=" + folder)
        .contains("maxBytes=4194304")
        .contains("maxAge=PT87600H");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "lmdb", "rotfile", "ring"})
  void asksTheSinkWhatItCanDo(String backend) throws Exception {
    ConfiguredSubject subject = ConfiguredSubject.choose(null, backend);
    subject.ask(folder.resolve("asked"));

    Capabilities capabilities = subject.capabilities();
    assertThat(capabilities.has(Feature.READ_BESIDE_OWNER)).isEqualTo(!backend.equals("ring"));
    assertThat(capabilities.has(Feature.RETENTION_BYTES)).isTrue();
  }

  @Test
  void takesAConfigThatHasMoreThanStores() throws Exception {
    Path file = folder.resolve("logsink.conf");
    Files.writeString(file, "logsink { backend = ring, stats.interval = 5s }");

    assertThat(ConfiguredSubject.choose(file, "ring").backend().name()).isEqualTo("ring");
  }
}
