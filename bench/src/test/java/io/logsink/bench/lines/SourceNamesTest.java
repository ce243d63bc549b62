package io.logsink.bench.lines;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.api.record.Source;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class SourceNamesTest {
  @Test
  void keepsWhatASourceMayBeCalled() {
    assertThat(SourceNames.of("pty", "web/ä 1.log").name()).isEqualTo("pty:web/ä 1.log");
  }

  @Test
  void replacesWhatIsForbiddenOrMeansSomethingInAGlob() {
    assertThat(SourceNames.of("pty", "a\n*\u0085?\ud800b").name()).isEqualTo("pty:a_____b");
  }

  @Test
  void keepsTheEndOfANameThatIsTooLong() {
    String name = SourceNames.of("pty", "ä".repeat(500) + ".log").name();

    assertThat(name).startsWith("pty:ä").endsWith("ä.log");
    assertThat(name.getBytes(StandardCharsets.UTF_8))
        .hasSizeBetween(Source.MAX_NAME_BYTES - 1, Source.MAX_NAME_BYTES);
  }
}
