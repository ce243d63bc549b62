package io.logsink.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Severity;
import io.logsink.api.record.Source;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LineMaskTest {
  private static String mask(String line) {
    return new String(
        LineMask.mask(line.getBytes(StandardCharsets.ISO_8859_1)), StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @CsvSource({
    "took 17 ms, took # ms",
    "worker7 of w12, worker# of w#",
    "at 0xdead and 0XBEEF, at # and #",
    "id 9f4ef63, id #",
    "id 9f4ef63z, id #f#ef#z",
    "decade facade, decade facade",
    "e2 b4, e# b#",
    "10.251.73.220:50010, #.#.#.#:#",
    "blk_-6952295868487656571, blk_-#",
    "0x, #x",
  })
  void masksNumbersAndNothingElse(String line, String masked) {
    assertThat(mask(line)).isEqualTo(masked);
  }

  @Test
  void leavesOutWhatATerminalDoesNotShow() {
    assertThat(mask("\u001b[1;31mred\u001b[0m \u001b]0;title\u0007done\u001b(B"))
        .isEqualTo("red done");
    assertThat(mask("\u001b]8;;http://x\u001b\\link")).isEqualTo("link");
  }

  @Test
  void leavesBrokenEscapeSequencesAsTheyAre() {
    assertThat(mask("a\u001b")).isEqualTo("a\u001b");
    assertThat(mask("a\u001b[12")).isEqualTo("a\u001b[#");
    assertThat(mask("a\u001b]0;title")).isEqualTo("a\u001b]#;title");
  }

  @Test
  void leavesBytesThatAreNoTextAsTheyAre() {
    assertThat(mask("\u0000\u00ff\u0080\r\n")).isEqualTo("\u0000\u00ff\u0080\r\n");
  }

  @Test
  void aKeyIsTheMaskedLineAndTheSeverity() {
    assertThat(key(Severity.INFO, "took 1 ms")).isEqualTo(key(Severity.INFO, "took 23 ms"));
    assertThat(key(Severity.INFO, "took 1 ms")).isNotEqualTo(key(Severity.WARN, "took 1 ms"));
    assertThat(key(Severity.INFO, "took 1 ms")).isNotEqualTo(key(Severity.INFO, "lost 1 ms"));
  }

  private static LineKey key(Severity severity, String text) {
    return LineKey.of(
        LogRecord.of(Instant.EPOCH, Source.of("x"), LogBody.of(text)).withSeverity(severity));
  }
}
