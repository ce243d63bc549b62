package io.logsink.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.logsink.api.record.AttributeValue;
import io.logsink.api.record.Attributes;
import io.logsink.server.wire.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/rpc.md} says what is. */
final class RpcDocsTest {
  private static final Pattern EXAMPLE = Pattern.compile("(?m)^    curl --json '([^']*)' (.*)$");
  private static final Pattern CODE = Pattern.compile("(?m)^\\| (-32[0-9]{3}) \\|");

  @TempDir Path folder;

  private static String docs() throws IOException {
    return Files.readString(Path.of(System.getProperty("logsink.root"), "docs", "rpc.md"));
  }

  private static Stream<MatchResult> examples() throws IOException {
    return EXAMPLE.matcher(docs()).results();
  }

  @Test
  void everyExampleWorks() throws Exception {
    List<MatchResult> examples = examples().toList();
    assertThat(examples).hasSizeGreaterThan(8);
    try (Rig rig = new Rig(folder)) {
      rig.store(
          Rig.record("pty:web", "OOM")
              .withAttributes(Attributes.of("port", AttributeValue.of(80))));
      for (MatchResult example : examples) {
        Raw.Reply reply = Raw.post(rig.port(), example.group(1));
        assertThat(reply.json().has("result")).as(example.group() + reply.body()).isTrue();
      }
    }
  }

  @Test
  void everyMethodHasAnExample() throws Exception {
    List<String> shown =
        examples()
            .map(example -> example.group(1).replaceFirst(".*\"method\":\"([a-z_.]+)\".*", "$1"))
            .distinct()
            .sorted()
            .toList();
    try (Rig rig = new Rig(folder)) {
      var methods =
          new ObjectMapper()
              .convertValue(
                  Raw.call(rig.port(), "x", "{}").json().get("error").get("data").get("methods"),
                  String[].class);
      assertThat(shown).containsExactly(methods);
    }
  }

  @Test
  void everyErrorIsInTheTable() throws Exception {
    assertThat(CODE.matcher(docs()).results().map(code -> Integer.valueOf(code.group(1))))
        .containsExactlyElementsOf(
            Arrays.stream(ErrorCode.values()).map(ErrorCode::number).toList());
  }

  @Test
  void theAnswerInTheDocumentHasTheMembersOfARealOne() throws Exception {
    String shown =
        docs()
            .lines()
            .filter(line -> line.startsWith("    {") || line.startsWith("     "))
            .reduce("", (all, line) -> all + line.strip());
    try (Rig rig = new Rig(folder)) {
      rig.store(
          Rig.record("pty:web", "timeout")
              .withAttributes(Attributes.of("port", AttributeValue.of(80))));
      var real = Raw.call(rig.port(), "logs.query", "{}").json().get("result");
      var documented = new ObjectMapper().readTree(shown);
      assertThat(documented.fieldNames()).toIterable().containsExactlyElementsOf(real::fieldNames);
      assertThat(documented.get("entries").get(0).fieldNames())
          .toIterable()
          .containsExactlyElementsOf(() -> real.get("entries").get(0).fieldNames());
    }
  }

  @Test
  void theDefaultsInTheDocumentAreThose() throws Exception {
    LimitSettings limits = LimitSettings.DEFAULT;
    assertThat(docs())
        .contains("| `true`, `" + HttpSettings.DEFAULT.port() + "` |")
        .contains("\"" + SocketSettings.DEFAULT.path() + "\"")
        .contains("| `limits.max-request-bytes` | `" + (limits.maxRequestBytes() >> 20) + "MiB` |")
        .contains("| `limits.max-request-count` | `" + limits.maxRequestCount() + "` |")
        .contains("| `limits.max-connection-count` | `" + limits.maxConnectionCount() + "` |")
        .contains(
            "`%d`, `%ds` |".formatted(limits.maxTailCount(), limits.maxTailWait().toSeconds()))
        .contains("| `limits.idle-time` | `" + limits.idleTime().toSeconds() + "s` |")
        .contains("| `limits.transfer-time` | `" + limits.transferTime().toSeconds() + "s` |");
  }
}
