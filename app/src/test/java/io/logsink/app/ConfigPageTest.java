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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/config.md} has every key of every backend, with its default, and no other. */
final class ConfigPageTest {
  private static final Path PAGE = Path.of(System.getProperty("logsink.root"), "docs", "config.md");

  private static final Pattern ROW =
      Pattern.compile("\\| `([a-z-]+\\.[a-z.-]+)` \\| `([^`]+)` \\|");

  private static final BackendCatalogue CATALOGUE = BackendCatalogue.find();

  static List<String> backends() {
    return CATALOGUE.backends().stream().map(LogSinkBackend::name).toList();
  }

  @ParameterizedTest
  @MethodSource("backends")
  void hasTheKeysAndDefaults(String backend) throws IOException {
    assertThat(rows(backend)).containsExactlyElementsOf(settings(backend));
  }

  private static List<String> rows(String backend) throws IOException {
    return ROW.matcher(Files.readString(PAGE))
        .results()
        .filter(row -> row.group(1).startsWith(backend + "."))
        .map(row -> row.group(1) + " = " + row.group(2))
        .toList();
  }

  private static List<String> settings(String backend) {
    ConfigSources defaults = ConfigSources.none().withDefaultBackend(backend);
    return LogSinkConfig.load(defaults, CATALOGUE).effective().stream()
        .skip(1)
        .map(EffectiveSetting::assignment)
        .map(assignment -> assignment.substring("logsink.".length()))
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
