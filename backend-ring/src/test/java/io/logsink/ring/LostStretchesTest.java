package io.logsink.ring;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.api.query.Direction;
import io.logsink.api.query.Gap;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LostStretchesTest {
  private static final LostStretches TWO =
      LostStretches.NONE.plus(lost(10, 19, "a")).plus(lost(40, 49, "b"));

  private static Gap lost(long first, long last, String detail) {
    return LostStretches.lost(first, last, detail);
  }

  private static Gap removed(long first, long last) {
    return new Gap(first, last, Gap.Cause.RETENTION, "");
  }

  @Test
  void whatWasKnownStaysAndTheRestIsAdded() {
    assertThat(TWO.plus(lost(5, 45, "c")).stretches())
        .containsExactly(lost(5, 9, "c"), lost(10, 19, "a"), lost(20, 39, "c"), lost(40, 49, "b"));
    assertThat(TWO.plus(lost(45, 60, "c")).stretches())
        .containsExactly(lost(10, 19, "a"), lost(40, 49, "b"), lost(50, 60, "c"));
    assertThat(TWO.plus(lost(12, 15, "c"))).isEqualTo(TWO);
    assertThat(TWO.plus(lost(1, 2, "c")).stretches().getFirst()).isEqualTo(lost(1, 2, "c"));
  }

  @Test
  void explainsEachPieceOfAHole() {
    assertThat(explain(5, 60, Direction.FORWARD))
        .containsExactly(
            removed(5, 9), lost(10, 19, "a"), removed(20, 39), lost(40, 49, "b"), removed(50, 60));
    assertThat(explain(15, 42, Direction.BACKWARD))
        .containsExactly(lost(40, 42, "b"), removed(20, 39), lost(15, 19, "a"));
    assertThat(explain(20, 30, Direction.FORWARD)).containsExactly(removed(20, 30));
    assertThat(explain(11, 12, Direction.FORWARD)).containsExactly(lost(11, 12, "a"));
  }

  private static List<Gap> explain(long first, long last, Direction direction) {
    List<Gap> gaps = new ArrayList<>();
    TWO.explain(first, last, direction, gaps::add);
    return gaps;
  }

  @Test
  void forgetsWhatEndsBeforeASequence() {
    assertThat(TWO.from(19)).isEqualTo(TWO);
    assertThat(TWO.from(20).stretches()).containsExactly(lost(40, 49, "b"));
    assertThat(TWO.from(100)).isEqualTo(LostStretches.NONE);
  }
}
