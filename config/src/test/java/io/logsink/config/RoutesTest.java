package io.logsink.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.pipeline.Overflow;
import io.logsink.pipeline.PipelineSettings;
import io.logsink.pipeline.RateLimit;
import io.logsink.pipeline.SourceRule;
import io.logsink.pipeline.route.Route;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The routes and the pipeline of a config. */
final class RoutesTest {
  @TempDir private Path folder;

  private ConfigFixture fixture = new ConfigFixture(Path.of(""));

  @BeforeEach
  void fixture() {
    fixture = new ConfigFixture(folder);
  }

  @Test
  void routesAreReadInTheirOrder() {
    LogSinkConfig config =
        fixture.load(
            "logsink {",
            "  backend = disk",
            "  routes = [",
            "    { sources = sysmon, backend = tape }",
            "    { sources = \"pty:*\", backend = disk }",
            "  ]",
            "}");

    assertThat(config.routes())
        .containsExactly(new Route("sysmon", "tape"), new Route("pty:*", "disk"));
    assertThat(config.routedBackends()).containsExactly("disk", "tape");
  }

  @Test
  void withoutRoutesThereIsOneBackendAndThePipelineIsTheUsualOne() {
    LogSinkConfig config = fixture.load("logsink.backend = disk");

    assertThat(config.routes()).isEmpty();
    assertThat(config.routedBackends()).containsExactly("disk");
    assertThat(config.pipeline()).isEqualTo(PipelineSettings.DEFAULT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "routes = disk | logsink.routes must be a list of sections [{ ... }, { ... }], not"
            + " \"disk\"",
        "routes = [{ sources = a, backend = dsik }] | logsink.routes[0].backend must be disk or"
            + " tape, not \"dsik\", did you mean disk?",
        "routes = [{ sources = \"\", backend = disk }] | logsink.routes[0].sources must be a glob"
            + " such as pty:*, not \"\"",
        "routes = [{ backend = disk }] | logsink.routes[0].sources is not set; it must be a glob"
            + " such as pty:*",
        "routes = [{ sources = a }] | logsink.routes[0].backend is not set; it must be disk or"
            + " tape",
        "routes = [{ sources = a, backend = disk, sink = x }] | unknown key logsink.routes[0].sink;"
            + " the keys here are sources, backend",
        "routes = [disk] | logsink.routes[0] must be a section { ... }, not \"disk\"",
        "pipeline.rules = [{}, { rate = 5 }] | logsink.pipeline.rules[1].rate must be a section {"
            + " ... }, not 5",
        "pipeline.rules = [{ rate.burst-count = 0 }] | logsink.pipeline.rules[0].rate.burst-count"
            + " must be 1 or more, not 0",
        "pipeline.rules = [{ sources = \"\" }] | logsink.pipeline.rules[0].sources must be a glob"
            + " such as pty:*, not \"\"",
        "pipeline.max-bytes = 1KiB | logsink.pipeline.max-bytes must be 64 KiB or more, not"
            + " \"1KiB\"",
        "pipeline.batch.max-bytes = 6MiB | logsink.pipeline.batch.max-bytes must be half of"
            + " maxBytes or less: 5242880, not \"6MiB\"",
      })
  void whatIsWrongIsSaidWithItsPlaceAndNothingElse(String line, String problem) {
    assertThat(fixture.problems("logsink { backend = disk", line, "}"))
        .containsExactly("my.conf:2: " + problem);
  }

  @Test
  void routesCanOnlyBeWrittenInAFile() {
    assertThat(
            fixture.problems(
                fixture
                    .file("logsink.backend = disk")
                    .withEnvironment(Map.of("LOGSINK_ROUTES", "sysmon:tape"))))
        .containsExactly(
            "environment variable LOGSINK_ROUTES: logsink.routes must be a list of sections [{ ..."
                + " }, { ... }], not \"sysmon:tape\"; only a config file can have such a list");
  }

  @Test
  void thePipelineIsReadWithItsRules() {
    LogSinkConfig config =
        fixture.load(
            "logsink {",
            "  backend = disk",
            "  pipeline {",
            "    counters-file = /var/lib/counters",
            "    max-bytes = 20MiB",
            "    batch { max-delay = 250ms }",
            "    rules = [",
            "      { sources = \"pty:*\", coalesce-window = 1s",
            "        rate { per-second-count = 100, burst-count = 500 } }",
            "      { sources = rpc, overflow = block }",
            "    ]",
            "  }",
            "}");
    PipelineSettings pipeline = config.pipeline();

    assertThat(pipeline.countersFile()).isEqualTo(Path.of("/var/lib/counters"));
    assertThat(pipeline.maxBytes()).isEqualTo(20L << 20);
    assertThat(pipeline.batch().maxDelay()).isEqualTo(Duration.ofMillis(250));
    assertThat(pipeline.batch().maxRecordCount()).isEqualTo(2_000);
    assertThat(pipeline.rules())
        .isEqualTo(
            List.of(
                SourceRule.DEFAULT
                    .withSources("pty:*")
                    .withCoalescing(Duration.ofSeconds(1), 100)
                    .withRates(new RateLimit(100, 500), RateLimit.NONE),
                SourceRule.DEFAULT
                    .withSources("rpc")
                    .withOverflow(Overflow.BLOCK, Duration.ofSeconds(1))));
  }

  @Test
  void theEnvironmentSetsThePipelineToo() {
    ConfigSources sources =
        fixture
            .file("logsink.backend = disk")
            .withEnvironment(Map.of("LOGSINK_PIPELINE__BATCH__MAX_DELAY", "1s"))
            .withProperties(Map.of("logsink.pipeline.max-bytes", "30MiB"));
    PipelineSettings pipeline = LogSinkConfig.load(sources, ConfigFixture.CATALOGUE).pipeline();

    assertThat(pipeline.batch().maxDelay()).isEqualTo(Duration.ofSeconds(1));
    assertThat(pipeline.maxBytes()).isEqualTo(30L << 20);
  }

  @Test
  void whatIsInForceHasRoutesRulesAndAllBackendsThatAreRoutedTo() {
    LogSinkConfig config =
        fixture.load(
            "logsink {",
            "  backend = tape",
            "  routes = [{ sources = \"a:*\", backend = disk }]",
            "  pipeline.rules = [{ sources = \"pty:*\", sample-one-of = 3 }]",
            "  disk.level = 4",
            "}");
    String[] printed =
        config.effective().stream().map(EffectiveSetting::assignment).toArray(String[]::new);
    LogSinkConfig again = fixture.load(printed);

    assertThat(printed)
        .contains(
            "logsink.routes = [{sources = \"a:*\", backend = disk}]",
            "logsink.pipeline.max-bytes = 10MiB",
            "logsink.pipeline.rules = [{sources = \"pty:*\", overflow = drop-oldest, block-time ="
                + " 1s, coalesce-window = 0s, coalesce-key-count = 100, rate = {per-second-count ="
                + " 0, burst-count = 1}, urgent-rate = {per-second-count = 0, burst-count = 1},"
                + " sample-one-of = 3, tail-record-count = 20}]",
            "logsink.disk.level = 4",
            "logsink.tape.block-bytes = 512");
    assertThat(again.routes()).isEqualTo(config.routes());
    assertThat(again.pipeline()).isEqualTo(config.pipeline());
    assertThat(again.effective()).extracting(EffectiveSetting::assignment).containsExactly(printed);
  }
}
