package io.logsink.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ProgressLineTest {
  private final StringWriter err = new StringWriter();

  @Test
  void writesOneLineOverAndOverOnATerminal() {
    run(true);

    assertThat(err.toString())
        .isEqualTo(
            "\r\033[K[                    ]   0 %, about 48 s left: reading"
                + "\r\033[K[=                   ]   5 %, about 47 s left: more"
                + "\r\033[K[==========          ]  50 %, about 24 s left: half"
                + "\r\033[K");
  }

  @Test
  void writesALineNowAndThenElsewhere() {
    run(false);

    assertThat(err.toString().lines())
        .containsExactly(
            "logsink: 0 %, about 48 s left: reading", "logsink: 50 %, about 24 s left: half");
  }

  private void run(boolean terminal) {
    try (ProgressLine line = new ProgressLine(new PrintWriter(err), terminal)) {
      line.at("reading", 0, Duration.ofSeconds(48));
      line.at("more", 0.05, Duration.ofSeconds(47));
      line.at("half", 0.5, Duration.ofSeconds(24));
    }
  }
}
