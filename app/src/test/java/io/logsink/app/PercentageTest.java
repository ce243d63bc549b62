package io.logsink.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.TypeConversionException;

final class PercentageTest {
  @ParameterizedTest
  @CsvSource({"20%, 0.2", "0.2, 0.2", "120%, 1.2", "2.5%, 0.025", "1, 1", "0%, 0"})
  void isAShare(String text, double share) {
    assertThat(new Percentage().convert(text)).isEqualTo(share);
  }

  @Test
  void saysWhatItTakes() {
    assertThatThrownBy(() -> new Percentage().convert("-20%"))
        .isInstanceOf(TypeConversionException.class)
        .hasMessage("\"-20%\" is not a share, such as 20% or 0.2");
  }
}
