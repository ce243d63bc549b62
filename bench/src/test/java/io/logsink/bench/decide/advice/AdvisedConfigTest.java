package io.logsink.bench.decide.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.logsink.bench.decide.Decider;
import io.logsink.bench.decide.Decision;
import io.logsink.bench.decide.Situation;
import io.logsink.bench.decide.layout.Question;
import io.logsink.config.EffectiveSetting;
import io.logsink.config.LogSinkConfig;
import io.logsink.pipeline.SourceRule;
import io.logsink.pipeline.route.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is loaded again, and decided again. */
final class AdvisedConfigTest {
  private static final String OWN =
      """
      # mine
      logsink {
        backend = sqlite
        sqlite { journal-mode = delete, retention.max-age = 3d }
        routes = [{ sources = "x*", backend = rotfile }]
        pipeline.rules = [{ sources = "pty:*", overflow = block }, { sources = z }]
      }\
      """;

  @TempDir private Path folder;

  @Test
  void routesGoInFrontOfThoseThatThereAre() throws IOException {
    LogSinkConfig advised = advised(OWN, "pty:a=1500 b=10", "sqlite-delete=4499 lmdb=90000");

    assertThat(advised.routes())
        .containsExactly(new Route("pty:a", "lmdb"), new Route("x*", "rotfile"));
    assertThat(advised.pipeline().rules()).hasSize(2);
    assertThat(Files.readString(folder.resolve("advised.conf")))
        .startsWith(OWN + "\n\n# logsink decide, today: Move pty:a to lmdb.");
  }

  @Test
  void otherSettingsAreSetAndTheRestIsKept() throws IOException {
    LogSinkConfig advised = advised(OWN, "a=1500", "sqlite-delete=4499 sqlite-wal=9000");

    assertThat(advised.settings().toString())
        .contains("journalMode=WAL")
        .contains("maxAge=" + Duration.ofDays(3));
    assertThat(advised.routes()).containsExactly(new Route("x*", "rotfile"));
  }

  @Test
  void aRuleKeepsWhatTheOneBeforeSays() throws IOException {
    LogSinkConfig advised = advised(OWN, "pty:a=1500~service", "sqlite-delete=4499");
    SourceRule first = advised.pipeline().rules().getFirst();

    assertThat(advised.pipeline().rules()).hasSize(3);
    assertThat(first.sources()).isEqualTo("pty:a");
    assertThat(first.coalesceWindow()).isEqualTo(Duration.ofSeconds(10));
    assertThat(first.overflow().name()).isEqualTo("BLOCK");
  }

  @Test
  void withoutAFileThereAreOnlyTheLines() throws IOException {
    Question question = Situation.of("", "a=1500", "sqlite-wal=4499 lmdb=90000", 0);
    Path target = folder.resolve("new").resolve("advised.conf");
    new AdvisedConfig(question.config(), Optional.empty(), Situation::load)
        .write(target, Decider.decide(question), "today");

    assertThat(Files.readAllLines(target))
        .hasSize(2)
        .last()
        .isEqualTo("logsink.routes = [{ sources = \"a\", backend = lmdb }] ${?logsink.routes}");
    assertThat(Situation.load(target).routes()).containsExactly(new Route("a", "lmdb"));
  }

  @Test
  void theAdviceIsFollowedByKeeping() throws IOException {
    String producers = "a=1500 b=10";
    String stores = "sqlite-delete=4499 lmdb=90000 rotfile=9000";
    advised(OWN, producers, stores);
    String text = Files.readString(folder.resolve("advised.conf"));

    assertThat(Decider.decide(Situation.of(text, producers, stores, 0)).sentence())
        .startsWith("Keep everything as it is: ");
  }

  /** Nothing can be put behind the brace that ends such a file. */
  @Test
  void aFileThatCannotBeAddedToStaysAndSaysWhatToPutIn() throws IOException {
    assertThatThrownBy(() ->
            advised("{ logsink { backend = sqlite } }", "a=1500", "sqlite-wal=4499 lmdb=90000"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("put them in yourself: logsink.routes = [{ sources = \"a\"");
    assertThat(folder.resolve("advised.conf")).doesNotExist();
  }

  @Test
  void whatIsIncludedHasToBeThereToo() throws IOException {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Files.writeString(elsewhere.resolve("more.conf"), "logsink.sqlite.retention.max-age = 3d");
    Path own = Files.writeString(elsewhere.resolve("own.conf"), "include \"more.conf\"");
    Decision decision = Decider.decide(Situation.of("", "a=1500", "sqlite-wal=4499 lmdb=90000", 0));
    AdvisedConfig config =
        new AdvisedConfig(Situation.load(own), Optional.of(own), Situation::load);

    assertThatThrownBy(() -> config.write(folder.resolve("advised.conf"), decision, "today"))
        .hasMessageContaining("logsink.sqlite.retention.max-age would be 7d instead of 3d");
    config.write(elsewhere.resolve("advised.conf"), decision, "today");
    assertThat(Situation.load(elsewhere.resolve("advised.conf")).effective())
        .extracting(EffectiveSetting::assignment)
        .contains("logsink.sqlite.retention.max-age = 3d");
  }

  private LogSinkConfig advised(String own, String producers, String stores) throws IOException {
    Path file = Files.writeString(folder.resolve("own.conf"), own);
    Decision decision = Decider.decide(Situation.of(own, producers, stores, 0));
    Path target = folder.resolve("advised.conf");
    new AdvisedConfig(Situation.load(file), Optional.of(file), Situation::load)
        .write(target, decision, "today");
    return Situation.load(target);
  }
}
