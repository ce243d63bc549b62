package io.logsink.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.logsink.api.Access;
import io.logsink.api.BackendConfig;
import io.logsink.api.SinkUnavailableException;
import io.logsink.api.query.LogQuery;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Source;
import io.logsink.config.TestBackend.TapeSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that a config routes to, opened at once. */
final class OwnedPipelineTest {
  @TempDir private Path folder;

  private final TestBackend one = new TestBackend("one", new TapeSettings("x", 1));
  private final TestBackend two = new TestBackend("two", new TapeSettings("y", 2));
  private final TestBackend unused = new TestBackend("unused", new TapeSettings("z", 3));

  private LogSinkConfig config() {
    return LogSinkConfig.load(
        new ConfigFixture(folder)
            .file(
                "logsink {",
                "  backend = two",
                "  routes = [{ sources = \"pty:*\", backend = one }]",
                "  pipeline.counters-file = \"" + folder.resolve("counters") + "\"",
                "}"),
        BackendCatalogue.of(List.of(one, two, unused)));
  }

  private static LogRecord record(String source, String text) {
    return LogRecord.of(Instant.EPOCH, Source.of(source), LogBody.of(text));
  }

  @Test
  void recordsGoWhereTheConfigSays() throws Exception {
    try (OwnedPipeline owned = config().openPipeline()) {
      owned.pipeline().emit(record("pty:web", "a"));
      owned.pipeline().emit(record("rpc", "b"));

      assertThat(owned.pipeline().drain(Duration.ofMinutes(1))).isTrue();

      assertThat(one.texts()).containsExactly("a");
      assertThat(two.texts()).containsExactly("b");
      assertThat(owned.sinks()).containsOnlyKeys("one", "two");
      assertThat(owned.reader().read(LogQuery.oldest(9)).entries()).hasSize(2);
    }
    assertThat(one.opened()).extracting(BackendConfig::access).containsExactly(Access.OWNER);
    assertThat(two.opened()).extracting(BackendConfig::access).containsExactly(Access.OWNER);
    assertThat(unused.opened()).isEmpty();
    assertThat(one.closedCount()).isEqualTo(1);
    assertThat(two.closedCount()).isEqualTo(1);
  }

  @Test
  void whenOneStoreCannotBeOpenedTheOthersAreClosed() {
    two.isBroken = true;

    assertThatThrownBy(() -> config().openPipeline()).isInstanceOf(SinkUnavailableException.class);

    assertThat(one.opened()).hasSize(1);
    assertThat(one.closedCount()).isEqualTo(1);
  }

  @Test
  void whenThePipelineCannotBeOpenedTheStoresAreClosed() throws Exception {
    Files.createDirectory(folder.resolve("counters-two"));
    one.isBrokenAtTheEnd = true;

    assertThatThrownBy(() -> config().openPipeline())
        .isInstanceOf(SinkUnavailableException.class)
        .hasMessageContaining("counters-two")
        .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));

    assertThat(one.closedCount()).isEqualTo(1);
    assertThat(two.closedCount()).isEqualTo(1);
  }

  @Test
  void whenOneStoreCannotBeClosedTheOthersAreAllTheSame() throws Exception {
    one.isBrokenAtTheEnd = true;
    OwnedPipeline owned = config().openPipeline();
    owned.pipeline().emit(record("rpc", "b"));

    assertThatThrownBy(owned::close)
        .isInstanceOf(SinkUnavailableException.class)
        .hasMessageContaining("one: close");

    assertThat(two.closedCount()).isEqualTo(1);
    assertThat(two.texts()).containsExactly("b");
  }

  @Test
  void allStoresAreReadAsOne() throws Exception {
    one.add(record("pty:web", "a"));
    two.add(record("rpc", "b"));

    try (ReadOnlyStores stores = config().openToRead()) {
      assertThat(stores.reader().read(LogQuery.oldest(9)).entries())
          .extracting(entry -> entry.sink() + " " + entry.entry().record().body().text())
          .containsExactly("one a", "two b");
      assertThat(stores.unavailable()).isEmpty();
    }
    assertThat(one.opened()).extracting(BackendConfig::access).containsExactly(Access.READ_ONLY);
    assertThat(one.closedCount()).isEqualTo(1);
    assertThat(two.closedCount()).isEqualTo(1);
    assertThat(unused.opened()).isEmpty();
  }

  @Test
  void aStoreThatCannotBeReadNowIsLeftOutAndTold() throws Exception {
    two.isBroken = true;
    one.add(record("pty:web", "a"));

    try (ReadOnlyStores stores = config().openToRead()) {
      assertThat(stores.reader().read(LogQuery.oldest(9)).entries()).hasSize(1);
      assertThat(stores.sinks()).containsOnlyKeys("one");
      assertThat(stores.unavailable()).containsOnlyKeys("two");
    }
  }

  @Test
  void whenNoStoreCanBeReadTheChosenOneSaysWhy() {
    one.isBroken = true;
    two.isBroken = true;

    assertThatThrownBy(() -> config().openToRead())
        .isInstanceOf(SinkUnavailableException.class)
        .hasMessageStartingWith("two: open")
        .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
  }
}
