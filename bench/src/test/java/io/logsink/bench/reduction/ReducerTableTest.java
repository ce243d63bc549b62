package io.logsink.bench.reduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReducerTableTest {
  @TempDir private Path folder;

  /** Of 1,000 equal lines in one second, and of 30 different ones. */
  @BeforeEach
  void write() throws Exception {
    Path web = Files.createDirectory(folder.resolve("web"));
    Files.writeString(web.resolve("flood.log"), "12:00:00 the same\n".repeat(1_000));
    Files.writeString(web.resolve("README.md"), "about it\n");
    Files.createFile(web.resolve("empty.log"));
    Path db = Files.createDirectory(folder.resolve("db"));
    Files.writeString(
        db.resolve("few.log"),
        IntStream.range(0, 30)
            .mapToObj(i -> "12:00:%02d word%s\n".formatted(i, "x".repeat(i)))
            .collect(Collectors.joining()));
  }

  private List<String> rows(String title) throws Exception {
    return ReducerTable.of(folder)
        .lines()
        .dropWhile(line -> !line.startsWith("## " + title))
        .skip(1)
        .takeWhile(line -> !line.startsWith("##"))
        .filter(line -> line.startsWith("| "))
        .skip(2)
        .toList();
  }

  @Test
  void coalescingLeavesTheFirstAndTheLast() throws Exception {
    assertThat(rows("Coalesce"))
        .containsExactly(
            "| db | 30 | 30 | 100.0 % | 0.00 | 0.00 | 100.0 % | 0 |",
            "| web | 1,000 | 2 | 0.2 % | 0.02 | 0.00 | 0.2 % | 998 |",
            "| **all** | 1,030 | 32 | 3.1 % | 0.02 | 0.00 | 4.8 % | 998 |");
  }

  @Test
  void theRateLeavesWhatMayComeAtOnceAndTheTail() throws Exception {
    assertThat(rows("Limit"))
        .element(1)
        .isEqualTo("| web | 1,000 | 520 | 52.0 % | 0.02 | 0.01 | 52.0 % | 480 |");
  }

  @Test
  void samplingLeavesOneOfTenAndTheTail() throws Exception {
    assertThat(rows("Sample"))
        .startsWith(
            "| db | 30 | 21 | 70.0 % | 0.00 | 0.00 | 80.4 % | 9 |",
            "| web | 1,000 | 118 | 11.8 % | 0.02 | 0.00 | 11.8 % | 882 |");
  }

  @Test
  void saysWhoseTimesAreKnown() throws Exception {
    Files.writeString(folder.resolve("db/untimed.log"), "no time\n");

    assertThat(ReducerTable.of(folder)).startsWith("3 files, of which 2 say when");
  }

  @Test
  void allThreeHaveEachItsColumn() throws Exception {
    assertThat(ReducerTable.of(folder)).contains("| coalesced | sampled |\n");
  }
}
