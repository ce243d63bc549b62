package io.logsink.bench.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.logsink.api.record.Severity;
import io.logsink.bench.workload.LengthPlan;
import io.logsink.bench.workload.LineKind;
import io.logsink.bench.workload.LinesPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class LineStockTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(
      names = {"JVM", "PATH", "COMMAND"},
      mode = EnumSource.Mode.EXCLUDE)
  void theSameSeedMakesTheSameLinesAndAnotherOthers(LineKind kind) throws Exception {
    LinesPlan plan = LinesPlan.of(kind).withCount(500);
    LinesPlan other =
        new LinesPlan(kind, plan.path(), plan.command(), 2, plan.count(), plan.length());

    assertThat(lines(plan)).isEqualTo(lines(plan)).isNotEqualTo(lines(other));
    assertThat(lines(plan)).extracting(StockLine::body).doesNotContainNull();
    assertThat(lines(plan).stream().distinct().count()).isGreaterThan(100);
  }

  private static List<StockLine> lines(LinesPlan plan) throws IOException {
    LineStock stock = LineStock.of(plan);
    return LongStream.range(0, stock.size()).mapToObj(stock::line).toList();
  }

  @Test
  void textHasTheLengthsThatAreAskedFor() throws Exception {
    LengthPlan spread = new LengthPlan(200, 0.8, 5_000);
    List<StockLine> lines = lines(LinesPlan.DEFAULT.withLength(spread));

    assertThat(LineStock.of(LinesPlan.DEFAULT.withLength(spread)).meanBytes())
        .isEqualTo(200, within(10.0));
    assertThat(lines).allMatch(line -> line.body().length() <= 5_000);
    assertThat(lines(LinesPlan.DEFAULT.withLength(new LengthPlan(64, 0, 64))))
        .allMatch(line -> line.body().length() == 64);
  }

  @Test
  void aCrashIsMoreThanErrorsAndABuildHasColours() throws Exception {
    assertThat(lines(LinesPlan.of(LineKind.CRASH)))
        .extracting(StockLine::severity)
        .contains(Severity.INFO, Severity.ERROR, Severity.FATAL);
    assertThat(lines(LinesPlan.of(LineKind.BUILD)))
        .extracting(line -> line.body().text())
        .anyMatch(text -> text.contains("\u001b["))
        .anyMatch(text -> text.contains("\r"));
    assertThat(lines(LinesPlan.of(LineKind.RPC)))
        .allMatch(line -> line.attributes().get("trace_id") != null);
  }

  @Test
  void linesOfAFileAndOfACommandStartAgainAfterTheLast() throws Exception {
    Files.writeString(folder.resolve("a.log"), "one\ntwo\nthree\n");
    LineStock file =
        LineStock.of(new LinesPlan(LineKind.PATH, folder, "", 1, 2, LengthPlan.DEFAULT));
    LineStock command =
        LineStock.of(
            new LinesPlan(
                LineKind.COMMAND, Path.of(""), "printf 'a\\nb\\nc\\n'", 1, 9, LengthPlan.DEFAULT));

    assertThat(List.of(file.line(0).body().text(), file.line(3).body().text()))
        .containsExactly("one", "two");
    assertThat(command.size()).isEqualTo(3);
    assertThat(command.line(10).body().text()).isEqualTo("b");
  }

  @Test
  void aJvmMakesLines() throws Exception {
    assertThat(LineStock.of(LinesPlan.of(LineKind.JVM).withCount(1_000)).size()).isEqualTo(1_000);
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    Path none = folder.resolve("none");

    assertThatThrownBy(
            () -> LineStock.of(new LinesPlan(LineKind.PATH, none, "", 1, 2, LengthPlan.DEFAULT)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(none.toString());
  }
}
