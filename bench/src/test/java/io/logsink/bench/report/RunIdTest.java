package io.logsink.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class RunIdTest {
  private static final Instant TIME = Instant.parse("2026-03-10T12:00:00.123Z");

  @Test
  void saysWhatAndWhen() {
    assertThat(RunId.of("load", TIME, "./logsink bench load"))
        .matches("load-20260310T120000Z-[0-9a-f]{4}");
  }

  @Test
  void isTheSameForTheSameRunAndAnotherForAnother() {
    String id = RunId.of("load", TIME, "a");

    assertThat(RunId.of("load", TIME, "a")).isEqualTo(id);
    assertThat(RunId.of("load", TIME, "b")).isNotEqualTo(id);
    assertThat(RunId.of("load", TIME.plusNanos(1), "a")).isNotEqualTo(id);
  }
}
