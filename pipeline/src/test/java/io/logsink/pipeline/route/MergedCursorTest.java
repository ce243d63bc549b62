package io.logsink.pipeline.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.logsink.api.query.Cursor;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MergedCursorTest {
  @Test
  void whatItPrintsIsReadAgain() {
    MergedCursor cursor =
        new MergedCursor(new TreeMap<>(Map.of("sqlite", new Cursor(42), "my-ring", new Cursor(0))));

    assertThat(cursor).hasToString("my-ring:s0+sqlite:s42");
    assertThat(MergedCursor.parse(cursor.toString())).isEqualTo(cursor);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "s42", ":s42", "ring:", "ring:42", "ring:s1+", "ring:s1+ring:s2", "a b:s1"})
  void anythingElseIsNoCursor(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MergedCursor.parse(text))
        .withMessageStartingWith("not a cursor: \"");
  }

  @Test
  void itHasAPlaceInOneSinkAtLeast() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MergedCursor(new TreeMap<>()))
        .withMessage("a cursor needs a place in one sink at least");
  }
}
