package io.logsink.bench.lines;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.api.record.LogBody;
import io.logsink.api.record.Source;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class InterleavingTest {
  @Test
  void everyBeginningHasItsShareOfEveryFileInItsOrder() {
    List<Line> merged = Interleaving.of(List.of(file("a", 1_000), file("b", 100), file("c", 0)));
    List<Line> half = merged.subList(0, 550);

    assertThat(merged).hasSize(1_100);
    assertThat(half).filteredOn(line -> isOf("a", line)).hasSize(500);
    assertThat(half).filteredOn(line -> isOf("b", line)).hasSize(50);
    assertThat(merged).filteredOn(line -> isOf("a", line)).isEqualTo(file("a", 1_000));
  }

  private static boolean isOf(String source, Line line) {
    return line.source().name().equals(source);
  }

  private static List<Line> file(String source, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Line(Source.of(source), LogBody.of("line " + i)))
        .toList();
  }
}
