package io.logsink.config.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WordingTest {
  @ParameterizedTest
  @CsvSource({
    "directory, directory",
    "windowMaxBytes, window-max-bytes",
    "maxKB, max-kb",
    "utf8Name, utf8-name",
    "a, a",
  })
  void writesANameAsAKey(String name, String key) {
    assertThat(Wording.kebab(name)).isEqualTo(key);
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', 0",
    "abc, abc, 0",
    "abc, '', 3",
    "'', abc, 3",
    "abc, abd, 1",
    "abc, ab, 1",
    "ab, abc, 1",
    "abc, acb, 1",
    "lmbd, lmdb, 1",
    "kitten, sitting, 3",
  })
  void countsWhatWasMistyped(String from, String to, int steps) {
    assertThat(Wording.distance(from, to)).isEqualTo(steps);
  }

  @Test
  void guessesTheNearestWhenItIsNear() {
    List<String> choices = List.of("sqlite", "lmdb", "rotfile", "ring");

    assertThat(Wording.nearest("sqllite", choices)).contains("sqlite");
    assertThat(Wording.nearest("LMBD", choices)).contains("lmdb");
    assertThat(Wording.nearest("\"rotfiles\"", choices)).contains("rotfile");
    assertThat(Wording.nearest("king", choices)).contains("ring");
    assertThat(Wording.nearest("cassandra", choices)).isEmpty();
    assertThat(Wording.nearest("maxBytes", List.of("max-age", "max-bytes"))).contains("max-bytes");
  }

  @Test
  void joinsChoices() {
    assertThat(Wording.or(List.of())).isEmpty();
    assertThat(Wording.or(List.of("a"))).isEqualTo("a");
    assertThat(Wording.or(List.of("a", "b", "c"))).isEqualTo("a, b or c");
    assertThat(Wording.didYouMean(List.of("a", "b"))).isEqualTo(", did you mean a or b?");
  }
}
