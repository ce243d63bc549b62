package io.logsink.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

final class ByteSizeTest {
  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "65536, 65536",
    "64KiB, 65536",
    "64MiB, 67108864",
    "2GiB, 2147483648",
    "12345678901, 12345678901"
  })
  void readsNumbersAndPowersOf1024(String text, long bytes) {
    assertThat(new ByteSize().convert(text)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "1MB", "1 MiB", "1.5GiB", "MiB", "99999999999999999999"})
  void refusesEverythingElse(String text) {
    assertThatThrownBy(() -> new ByteSize().convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("\"" + text + "\"");
  }
}
