package io.logsink.bench.reduction;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Source;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LineTimesTest {
  private static List<Double> seconds(String... lines) {
    List<LogRecord> records =
        Stream.of(lines)
            .map(line -> LogRecord.of(Instant.EPOCH, Source.of("pty:x"), LogBody.of(line)))
            .toList();
    return LineTimes.restore(records).stream()
        .map(record -> record.timestampNanos() / 1e9)
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-01-02 00:01:47,978 INFO | 107.978",
        "2026-01-02T00:01:47.5Z | 107.5",
        "Jun  4 00:01:47 host sshd[1]: | 107",
        "[01/Aug/1995:00:01:47 -0400] GET | 107",
        "[00:01:47] [main/INFO] | 107"
      })
  void findsTheTimeOfDay(String line, double seconds) {
    assertThat(seconds(line)).containsExactly(seconds);
  }

  @ParameterizedTest
  @ValueSource(strings = {"24:00:00", "1:02:03", "mac 00:11:22:33:44:55", "no time", "12:60:00"})
  void takesNothingElseForOne(String line) {
    assertThat(LineTimes.timeOfDay(LogBody.of(line))).isEmpty();
  }

  @Test
  void aLineWithoutOneIsAsOldAsTheLineBefore() {
    assertThat(seconds("00:00:05 thrown", "  at x", "00:00:07 next"))
        .containsExactly(5.0, 5.0, 7.0);
  }

  @Test
  void timeGoesBackForANewDayAndForNothingElse() {
    assertThat(seconds("23:59:58 a", "23:59:50 b", "00:00:03 c"))
        .containsExactly(86_398.0, 86_398.0, 86_403.0);
  }

  @Test
  void linesWithoutAnyAreWrittenSteadily() {
    assertThat(seconds("a", "b", "c")).containsExactly(0.0, 0.01, 0.02);
  }
}
