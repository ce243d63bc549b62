package io.logsink.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.luben.zstd.ZstdInputStream;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Source;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Lines of which people have said by hand which template they are of: no two of different templates
 * may have one key. The lines are not the project's to give away, so the test needs them beside it.
 */
final class GroundTruthTest {
  private static final Path ROOT = Path.of(System.getProperty("logsink.root"));
  private static final Path ARCHIVE =
      Path.of(
          System.getProperty(
              "logsink.corpora", ROOT.resolve("../shared/corpora/corpora-dev.tar.zst").toString()));
  private static final String STRUCTURED = "_structured.csv";

  @Test
  void linesOfTwoTemplatesAreNeverMerged() throws IOException {
    Map<String, List<Map<String, String>>> systems = systems();

    int lines = 0;
    int keys = 0;
    for (Map.Entry<String, List<Map<String, String>>> system : systems.entrySet()) {
      Map<LineKey, Set<String>> templates = templatesByKey(system.getValue());
      assertThat(templates.values())
          .as(system.getKey())
          .allSatisfy(merged -> assertThat(merged).hasSize(1));
      lines += system.getValue().size();
      keys += templates.size();
    }
    assertThat(systems).hasSizeGreaterThanOrEqualTo(10);
    assertThat(keys).as("keys of %d lines", lines).isLessThan(lines / 5);
  }

  private static Map<LineKey, Set<String>> templatesByKey(List<Map<String, String>> lines) {
    Map<LineKey, Set<String>> templates = new HashMap<>();
    for (Map<String, String> line : lines) {
      LogBody body = LogBody.of(column(line, "Content"));
      LogRecord record = LogRecord.of(Instant.EPOCH, Source.of("x"), body);
      templates
          .computeIfAbsent(LineKey.of(record), _ -> new TreeSet<>())
          .add(column(line, "EventId") + " " + column(line, "EventTemplate"));
    }
    return templates;
  }

  private static String column(Map<String, String> line, String name) {
    return Objects.requireNonNull(line.get(name), name);
  }

  /** The lines of each system, as columns by name. */
  private static Map<String, List<Map<String, String>>> systems() throws IOException {
    assumeTrue(
        Files.exists(ARCHIVE),
        "no real lines at %s, so the duplicate key is not proven here; name the archive by -Dlogsink.corpora"
            .formatted(ARCHIVE));
    Map<String, List<Map<String, String>>> systems = new TreeMap<>();
    try (InputStream file = new BufferedInputStream(Files.newInputStream(ARCHIVE));
        ZstdInputStream archive = new ZstdInputStream(file).setLongMax(27)) {
      Tar.forEachFile(
          archive,
          name -> name.endsWith(STRUCTURED),
          (name, content) ->
              systems.put(name, Csv.parse(new String(content, StandardCharsets.UTF_8))));
    }
    return systems;
  }
}
