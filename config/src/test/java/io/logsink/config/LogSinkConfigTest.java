package io.logsink.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.logsink.api.Access;
import io.logsink.api.BackendConfig;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException.Fault;
import io.logsink.api.SinkUnavailableException;
import io.logsink.config.TestBackend.TapeSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LogSinkConfigTest {
  @TempDir private Path folder;

  private ConfigFixture fixture = new ConfigFixture(Path.of(""));

  @BeforeEach
  void fixture() {
    fixture = new ConfigFixture(folder);
  }

  @Test
  void theFileChoosesTheBackend() {
    assertThat(fixture.load("logsink.backend = tape").backend()).isSameAs(TestBackend.TAPE);
    assertThat(fixture.load("logsink.backend = disk").backend()).isSameAs(TestBackend.DISK);
  }

  @Test
  void whatIsNotSetHasItsDefault() {
    LogSinkConfig config = fixture.load("logsink.backend = tape");

    assertThat(config.settings()).isEqualTo(new TapeSettings("/dev/st0", 512));
    assertThat(config.settingsOf("disk")).isEqualTo(DiskSettings.DEFAULT);
  }

  @Test
  void everyTypeOfSettingIsRead() {
    LogSinkConfig config =
        fixture.load(
            "logsink {",
            "  backend = disk",
            "  disk {",
            "    directory = /var/log/disk",
            "    window { max-age = 90m, max-bytes = 64MiB }",
            "    write-mode = very-safe",
            "    compress = off",
            "    level = 9",
            "    buffer-bytes = 1kB",
            "    max-count = 9007199254740993",
            "    ratio = 1.25",
            "    label = a plain text",
            "    tags = [x, 1.10, \"y z\"]",
            "  }",
            "}");

    assertThat(config.settings())
        .isEqualTo(
            new DiskSettings(
                Path.of("/var/log/disk"),
                new DiskSettings.Window(Duration.ofMinutes(90), 64 << 20),
                DiskSettings.Mode.VERY_SAFE,
                false,
                9,
                1_000,
                9_007_199_254_740_993L,
                1.25,
                "a plain text",
                List.of("x", "1.10", "y z")));
  }

  @Test
  void aNullIsNoSetting() {
    assertThat(fixture.load("logsink { backend = disk, disk { level = null } }").settings())
        .isEqualTo(DiskSettings.DEFAULT);
  }

  @Test
  void optionsWinOverPropertiesOverTheEnvironmentOverTheFile() {
    ConfigSources file =
        fixture.file("logsink { backend = disk, disk { level = 2, label = f, ratio = 1 } }");
    ConfigSources environment =
        file.withEnvironment(
            Map.of(
                "LOGSINK_DISK__LEVEL", "4",
                "LOGSINK_DISK__LABEL", "e",
                "LOGSINK_DISK__WINDOW__MAX_BYTES", "4MiB"));
    ConfigSources properties =
        environment.withProperties(
            Map.of("logsink.disk.level", "6", "logsink.disk.window.max-age", "6s"));
    ConfigSources options = properties.withSetting("level", "8", "option --level");

    assertThat(List.of(file, environment, properties, options))
        .extracting(sources -> ConfigFixture.disk(load(sources)).level())
        .containsExactly(2, 4, 6, 8);
    DiskSettings all = ConfigFixture.disk(load(options));
    assertThat(all.label()).isEqualTo("e");
    assertThat(all.ratio()).isEqualTo(1);
    assertThat(all.window()).isEqualTo(new DiskSettings.Window(Duration.ofSeconds(6), 4L << 20));
  }

  @Test
  void theBackendIsChosenInTheSameOrder() {
    ConfigSources byDefault = ConfigSources.none().withDefaultBackend("disk");
    ConfigSources file = fixture.file("logsink.backend = tape").withDefaultBackend("disk");
    ConfigSources environment = file.withEnvironment(Map.of("LOGSINK_BACKEND", "disk"));
    ConfigSources properties = environment.withProperties(Map.of("logsink.backend", "tape"));
    ConfigSources options = properties.withBackend("disk", "option --backend");

    assertThat(List.of(byDefault, file, environment, properties, options))
        .extracting(sources -> load(sources).backend().name())
        .containsExactly("disk", "tape", "disk", "tape", "disk");
  }

  @Test
  void anOptionSetsWhatTheChosenBackendTakes() {
    ConfigSources sources =
        fixture.file("logsink.backend = disk").withSetting("window.max-age", "2s", "option");

    assertThat(ConfigFixture.disk(load(sources)).window().maxAge())
        .isEqualTo(Duration.ofSeconds(2));
    assertThat(fixture.problems(sources.withBackend("tape", "option --backend")))
        .containsExactly(
            "option: unknown key logsink.tape.window; the keys here are device, block-bytes");
  }

  @Test
  void theLastOfTwoOptionsCounts() {
    ConfigSources sources =
        ConfigSources.none()
            .withBackend("tape", "first")
            .withBackend("disk", "second")
            .withSetting("level", "1", "first")
            .withSetting("level", "2", "second");

    assertThat(ConfigFixture.disk(load(sources)).level()).isEqualTo(2);
  }

  @Test
  void aTextWithCommasIsAListWhereThereAreNoLists() {
    ConfigSources sources =
        fixture
            .file("logsink.backend = disk")
            .withProperties(Map.of("logsink.disk.tags", "x, y z,"));

    assertThat(ConfigFixture.disk(load(sources)).tags()).containsExactly("x", "y z");
  }

  @Test
  void variablesAndPropertiesThatAreNoSettingsAreLeftAlone() {
    ConfigSources sources =
        fixture
            .file("logsink.backend = disk")
            .withEnvironment(
                Map.of("LOGSINK_JAVA_HOME", "/jdk", "LOGSINK_PLUGINS", "p", "PATH", "/bin"))
            .withProperties(Map.of("logsink.seed", "1", "logsink.root", "/", "disk.level", "99"));

    assertThat(load(sources).settings()).isEqualTo(DiskSettings.DEFAULT);
  }

  @Test
  void substitutionsAreMadeFromTheConfigAndTheEnvironment() {
    ConfigSources sources =
        fixture
            .file(
                "logsink {",
                "  backend = ${BACKEND}",
                "  disk { label = ${HOME}/x, level = ${?LEVEL} }",
                "  tape { device = ${logsink.disk.label} }",
                "}")
            .withEnvironment(Map.of("BACKEND", "tape", "HOME", "/home/me"));

    assertThat(load(sources).settings()).isEqualTo(new TapeSettings("/home/me/x", 512));
  }

  @Test
  void aFileCanIncludeAnother() throws Exception {
    Files.writeString(folder.resolve("other.conf"), "logsink.disk {\n level = 7 }");
    LogSinkConfig config = fixture.load("include \"other.conf\"", "logsink.backend = disk");

    assertThat(ConfigFixture.disk(config).level()).isEqualTo(7);
    assertThat(origins(config)).contains(folder + "/other.conf:2");
  }

  @Test
  void everySettingInForceIsSaidWithWhereItCameFrom() {
    ConfigSources sources =
        fixture
            .file("logsink {", "  backend = tape", "  tape.block-bytes = 2048", "}")
            .withEnvironment(Map.of("LOGSINK_BACKEND", "disk"))
            .withProperties(Map.of("logsink.disk.compress", "no"))
            .withSetting("directory", "my \"logs\"", "option --dir");

    assertThat(load(sources).effective())
        .filteredOn(setting -> !setting.key().startsWith("logsink.pipeline."))
        .extracting(EffectiveSetting::toString)
        .containsExactly(
            "logsink.backend = disk # environment variable LOGSINK_BACKEND",
            "logsink.routes = [] # default",
            "logsink.disk.directory = \"my \\\"logs\\\"\" # option --dir",
            "logsink.disk.window.max-age = 6h # default",
            "logsink.disk.window.max-bytes = 128MiB # default",
            "logsink.disk.write-mode = fast # default",
            "logsink.disk.compress = false # system property logsink.disk.compress",
            "logsink.disk.level = 3 # default",
            "logsink.disk.buffer-bytes = 64KiB # default",
            "logsink.disk.max-count = 1000 # default",
            "logsink.disk.ratio = 0.5 # default",
            "logsink.disk.label = \"main log\" # default",
            "logsink.disk.tags = [\"a\", \"b c\"] # default");
  }

  @Test
  void aSettingOfTheFileIsSaidWithItsLine() {
    LogSinkConfig config =
        fixture.load("logsink {", "  backend = tape", "", "  tape.block-bytes = 2048", "}");
    String file = folder.resolve("my.conf").toString();

    assertThat(origins(config))
        .startsWith(file + ":2")
        .endsWith("default", file + ":4")
        .filteredOn(origin -> !origin.equals("default"))
        .hasSize(2);
  }

  @Test
  void opensTheChosenBackendAndNoOther() throws Exception {
    TestBackend one = new TestBackend("one", new TapeSettings("x", 1));
    TestBackend two = new TestBackend("two", new TapeSettings("y", 2));
    ConfigSources sources =
        ConfigSources.none().withBackend("two", "test").withSetting("device", "z", "test");
    LogSinkConfig config = LogSinkConfig.load(sources, BackendCatalogue.of(List.of(one, two)));

    try (LogSink sink = config.open(Access.READ_ONLY)) {
      assertThat(sink).isInstanceOf(TestBackend.Sink.class);
    }
    assertThat(one.opened()).isEmpty();
    assertThat(two.opened())
        .singleElement()
        .satisfies(with -> assertThat(with.settings()).isEqualTo(new TapeSettings("z", 2)))
        .satisfies(with -> assertThat(with.access()).isEqualTo(Access.READ_ONLY));
  }

  @Test
  void eachOpeningOpensAnew() throws Exception {
    TestBackend backend = new TestBackend("one", new TapeSettings("x", 1));
    LogSinkConfig config =
        LogSinkConfig.load(
            ConfigSources.none().withDefaultBackend("one"), BackendCatalogue.of(List.of(backend)));

    config.open(Access.OWNER).close();
    config.open(Access.OWNER).close();

    assertThat(backend.opened()).hasSize(2);
  }

  @Test
  void whatOpeningThrowsIsThrownAsItIs() {
    SinkUnavailableException expected =
        new SinkUnavailableException(new Fault("locked", "/x", "open", "in use", "-"), null);
    IllegalStateException unexpected = new IllegalStateException("a bug");

    assertThatThrownBy(() -> failing(expected, unexpected, Access.OWNER).close())
        .isSameAs(expected);
    assertThatThrownBy(() -> failing(expected, unexpected, Access.READ_ONLY).close())
        .isSameAs(unexpected);
  }

  private static LogSink failing(
      SinkUnavailableException asOwner, RuntimeException toRead, Access access) throws Exception {
    TestBackend locked =
        new TestBackend("locked", new TapeSettings("x", 1)) {
          @Override
          public LogSink open(BackendConfig config) throws SinkUnavailableException {
            if (config.access() == Access.OWNER) {
              throw asOwner;
            }
            throw toRead;
          }
        };
    return LogSinkConfig.load(
            ConfigSources.none().withDefaultBackend("locked"), BackendCatalogue.of(List.of(locked)))
        .open(access);
  }

  @Test
  void aBackendThatIsNotThereHasNoSettings() {
    LogSinkConfig config = fixture.load("logsink.backend = disk");

    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> config.settingsOf("disc"))
        .withMessage("there is no backend disc; there are [disk, tape]");
  }

  private static List<String> origins(LogSinkConfig config) {
    return config.effective().stream().map(EffectiveSetting::origin).toList();
  }

  private static LogSinkConfig load(ConfigSources sources) {
    return LogSinkConfig.load(sources, ConfigFixture.CATALOGUE);
  }
}
