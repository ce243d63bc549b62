package io.logsink.api.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CursorTest {
  @ParameterizedTest
  @ValueSource(longs = {0, 1, 42, Long.MAX_VALUE - 1})
  void comesBackFromWhatItPrints(long sequence) {
    Cursor cursor = new Cursor(sequence);
    assertThat(Cursor.parse(cursor.toString())).isEqualTo(cursor);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "s",
        "42",
        "s-1",
        "s042",
        "s9223372036854775807",
        "s9223372036854775808",
        "s1 ",
        "S1"
      })
  void isNothingElse(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Cursor.parse(text))
        .withMessageContaining("\"" + text + "\"");
  }

  @Test
  void hasASequenceThatAnotherCanFollow() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Cursor(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Cursor(Long.MAX_VALUE));
  }
}
