package io.logsink.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.api.LogSinkBackend;
import io.logsink.config.BackendCatalogue;
import io.logsink.config.ConfigSources;
import io.logsink.config.EffectiveSetting;
import io.logsink.config.LogSinkConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code docs/config.md} has every key of every backend and of the pipeline, with its default, and
 * no other.
 */
final class ConfigPageTest {
  private static final Path PAGE = Path.of(System.getProperty("logsink.root"), "docs", "config.md");

  private static final Pattern ROW =
      Pattern.compile("\\| `([a-z-]+(?:\\[\\])?\\.[a-z.-]+)` \\| `([^`]+)` \\|");

  private static final BackendCatalogue CATALOGUE = BackendCatalogue.find();

  static List<String> backends() {
    return CATALOGUE.backends().stream().map(LogSinkBackend::name).toList();
  }

  @ParameterizedTest
  @MethodSource("backends")
  void hasTheKeysAndDefaultsOfEachBackend(String backend) throws IOException {
    assertThat(rows(backend))
        .isNotEmpty()
        .containsExactlyElementsOf(settings(backend, ConfigSources.none()));
  }

  @Test
  void hasTheKeysAndDefaultsOfThePipeline() throws IOException {
    assertThat(rows("pipeline"))
        .isNotEmpty()
        .containsExactlyElementsOf(settings("pipeline", ConfigSources.none()));
  }

  /** A rule that says nothing has the defaults, and what it has is on one line. */
  @Test
  void hasTheKeysAndDefaultsOfARule(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("my.conf"), "logsink.pipeline.rules = [{}]");
    String rule =
        settings("pipeline", ConfigSources.none().withFile(file)).stream()
            .filter(setting -> setting.startsWith("pipeline.rules = "))
            .findFirst()
            .orElseThrow();

    assertThat(rule)
        .isEqualTo(
            rows("rules[]").stream()
                .map(row -> row.substring("rules[].".length()))
                .collect(Collectors.joining(", ", "pipeline.rules = [{", "}]")));
  }

  private static List<String> rows(String section) throws IOException {
    return ROW.matcher(Files.readString(PAGE))
        .results()
        .filter(row -> row.group(1).startsWith(section + "."))
        .map(row -> row.group(1) + " = " + row.group(2))
        .toList();
  }

  private static List<String> settings(String section, ConfigSources sources) {
    String backend = section.equals("pipeline") ? backends().getFirst() : section;
    return LogSinkConfig.load(sources.withDefaultBackend(backend), CATALOGUE).effective().stream()
        .map(EffectiveSetting::assignment)
        .map(assignment -> assignment.substring("logsink.".length()))
        .filter(assignment -> assignment.startsWith(section + "."))
        .toList();
  }

  @Test
  void itsExampleIsRight(@TempDir Path folder) throws IOException {
    String page = Files.readString(PAGE);
    int start = page.indexOf("    logsink {");
    String example = page.substring(start, page.indexOf("\n    }\n", start)) + "\n    }\n";
    Path file = Files.writeString(folder.resolve("logsink.conf"), example);

    LogSinkConfig config =
        LogSinkConfig.load(ConfigSources.none().withFile(file), BackendCatalogue.find());

    assertThat(config.backend().name()).isEqualTo("sqlite");
    assertThat(config.effective()).filteredOn(EffectiveSetting::isGiven).hasSizeGreaterThan(5);
  }
}
