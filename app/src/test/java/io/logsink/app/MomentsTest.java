package io.logsink.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

final class MomentsTest {
  private static final Moments MOMENTS =
      new Moments(InstantSource.fixed(Instant.parse("2026-03-10T12:00:00Z")));

  @ParameterizedTest
  @CsvSource({
    "now, 2026-03-10T12:00:00Z",
    "2h, 2026-03-10T10:00:00Z",
    "10m, 2026-03-10T11:50:00Z",
    "250ms, 2026-03-10T11:59:59.750Z",
    "7d, 2026-03-03T12:00:00Z",
    "1w, 2026-03-03T12:00:00Z",
    "2026-01-31, 2026-01-31T00:00:00Z",
    "2026-01-31T12:30, 2026-01-31T12:30:00Z",
    "2026-01-31 12:30:15, 2026-01-31T12:30:15Z",
    "2026-01-31T12:30:00Z, 2026-01-31T12:30:00Z",
    "2026-01-31T12:30:00.123456789Z, 2026-01-31T12:30:00.123456789Z",
    "2026-01-31T12:30:00+02:00, 2026-01-31T10:30:00Z",
  })
  void reads(String text, Instant expected) {
    assertThat(MOMENTS.convert(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yesterday", "2 h", "-2h", "2026-02-30", "2026-01-31T25:00", "12:30"})
  void refusesWhatIsNoTimeAndSaysWhatIs(String text) {
    assertThatThrownBy(() -> MOMENTS.convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageStartingWith("not a time: \"" + text + "\"; use 10m (ago)");
  }
}
