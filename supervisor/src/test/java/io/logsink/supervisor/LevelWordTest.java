package io.logsink.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.api.record.Severity;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LevelWordTest {
  /** The severity of a line in which {@code ~} stands for the escape byte. */
  private static Severity severity(String line) {
    byte[] bytes = ("##" + line.replace('~', '\u001b') + "##").getBytes(StandardCharsets.UTF_8);
    return LevelWord.severity(bytes, 2, bytes.length - 2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ERROR disk full | ERROR",
        "ERROR | ERROR",
        "error: no such file | ERROR",
        "Error: no such file | ERROR",
        "[ERROR] Failed to execute goal | ERROR",
        "[error] x | ERROR",
        "<warn> x | WARN",
        "WARN  x | WARN",
        "WARNING: x | WARN",
        "warning: unused variable | WARN",
        "FATAL x | FATAL",
        "CRITICAL:root:x | FATAL",
        "DEBUG x | DEBUG",
        "TRACE x | TRACE",
        "INFO x | INFO",
        "2026-11-25T10:00:00.123Z ERROR x | ERROR",
        "2026-11-25 10:00:00,123 [ERROR] x | ERROR",
        "2026/11/25 10:00:00 TRACE x | TRACE",
        "10:00 +01:00 - WARN x | WARN",
        "~[31mERROR~[0m x | ERROR",
        "~[1;33mwarn~[0m: x | WARN",
        "12 ~[2mINFO~[0m x | INFO",
      })
  void aWordAtTheBeginningSaysIt(String line, Severity expected) {
    assertThat(severity(line)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "error handling is fun",
        "warn people",
        "ERRORS are many",
        "ERROR_CODE 5",
        "ERRO",
        "no ERROR here",
        "main ERROR x",
        "Tea",
        "T",
        "2026",
        "~[31m",
        "~",
        "' '",
        "ERRORé x",
      })
  void otherLinesAreInfo(String line) {
    assertThat(severity(line)).isEqualTo(Severity.INFO);
  }

  @Test
  void anEmptyLineIsInfo() {
    assertThat(severity("")).isEqualTo(Severity.INFO);
  }

  @Test
  void itLooksOnlyAtTheBeginning() {
    assertThat(severity(" ".repeat(60) + "ERROR x")).isEqualTo(Severity.ERROR);
    assertThat(severity(" ".repeat(70) + "ERROR x")).isEqualTo(Severity.INFO);
  }
}
