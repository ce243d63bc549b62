package io.logsink.pipeline.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.pipeline.SourceStats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of {@code docs/stats.md} has every name of every form, and no other. */
final class StatsPageTest {
  private static final Path PAGE = Path.of(System.getProperty("logsink.root"), "docs", "stats.md");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern BRACES = Pattern.compile("\\{([^{}]+)}");
  private static final int JSON = 3;
  private static final int LINE = 4;
  private static final int METRIC = 5;

  /** The names in a column of the table, with everything in braces written out. */
  private static Set<String> column(int index) throws IOException {
    Set<String> names = new TreeSet<>();
    List<String[]> rows =
        Files.readAllLines(PAGE).stream()
            .map(line -> line.split("\\|", -1))
            .filter(cells -> cells.length == METRIC + 2)
            .toList();
    for (String[] cells : rows) {
      CODE.matcher(cells[index]).results().forEach(code -> expand(code.group(1), names));
    }
    return names;
  }

  private static void expand(String name, Set<String> names) {
    Matcher braces = BRACES.matcher(name);
    if (!braces.find()) {
      assertThat(names.add(name)).as("%s stands there once", name).isTrue();
      return;
    }
    for (String part : braces.group(1).split(",", -1)) {
      expand(name.substring(0, braces.start()) + part + name.substring(braces.end()), names);
    }
  }

  @Test
  void hasTheKeysOfTheLine() throws IOException {
    assertThat(column(LINE))
        .containsExactlyInAnyOrderElementsOf(
            Pairs.of(StatsLine.of("full", Samples.full(1), SourceStats.ZERO)).keySet());
  }

  @Test
  void hasTheMetrics() throws IOException {
    assertThat(column(METRIC))
        .containsExactlyInAnyOrderElementsOf(
            Exposition.parse(PrometheusText.of(Samples.sinks())).keySet());
  }

  @Test
  void hasThePathsOfTheTree() throws IOException {
    List<String> paths = new ArrayList<>();
    collect("", StatsTree.of(Samples.sinks()), paths);
    Set<String> ofSources = below(paths, "sinks.sources.");
    Set<String> ofTotal = below(paths, "sinks.total.");

    assertThat(ofSources).containsAll(ofTotal).hasSize(ofTotal.size() + 1);
    assertThat(column(JSON))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    Stream.of(".sources.source"),
                    paths.stream()
                        .filter(path -> !path.startsWith("sinks.sources."))
                        .map(path -> path.replaceFirst("^sinks\\.", ".")))
                .collect(Collectors.toSet()));
  }

  private static Set<String> below(List<String> paths, String prefix) {
    Set<String> rests = new TreeSet<>();
    for (String path : paths) {
      if (path.startsWith(prefix)) {
        rests.add(path.substring(prefix.length()));
      }
    }
    return rests;
  }

  private static void collect(String path, Object value, List<String> paths) {
    switch (value) {
      case Map<?, ?> map ->
          map.forEach(
              (key, part) -> collect((path.isEmpty() ? "" : path + ".") + key, part, paths));
      case List<?> list -> list.forEach(part -> collect(path, part, paths));
      default -> paths.add(path);
    }
  }
}
