package io.logsink.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.logsink.config.FleetSettings.Berth;
import io.logsink.config.FleetSettings.Hull;
import io.logsink.config.FleetSettings.Port;
import io.logsink.config.FleetSettings.Ship;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists and maps of records as settings. */
final class FleetSettingsTest {
  private static final long SEED = Long.getLong("logsink.seed", new Random().nextLong());
  private static final Map<String, Record> SECTIONS = Map.of("fleet", FleetSettings.DEFAULT);

  @TempDir private Path folder;

  private ConfigFixture fixture = new ConfigFixture(Path.of(""));

  @BeforeEach
  void fixture() {
    fixture = new ConfigFixture(folder);
  }

  private static LogSinkConfig load(ConfigSources sources) {
    return LogSinkConfig.load(
        sources.withDefaultBackend("tape"), ConfigFixture.CATALOGUE, SECTIONS);
  }

  private FleetSettings fleet(String... lines) {
    return fleet(fixture.file(lines));
  }

  private static FleetSettings fleet(ConfigSources sources) {
    return load(sources).section("fleet", FleetSettings.class);
  }

  private List<String> problems(ConfigSources sources) {
    ConfigException e = Assertions.catchThrowableOfType(ConfigException.class, () -> load(sources));
    assertThat(e).as("nothing was wrong").isNotNull();
    return e.problems().stream().map(problem -> problem.replace(folder + "/", "")).toList();
  }

  private List<String> problems(String... lines) {
    return problems(fixture.file(lines));
  }

  @Test
  void whatAnElementDoesNotSetHasItsDefault() {
    FleetSettings fleet =
        fleet(
            "logsink.fleet.ships = [",
            "  { name = Anna, hull { deck-count = 5 } }",
            "  { max-age = 3d }",
            "  {}",
            "]");

    assertThat(fleet.ships())
        .containsExactly(
            new Ship("Anna", new Hull(5, 1L << 20), Duration.ZERO),
            new Ship("nameless", new Hull(3, 1L << 20), Duration.ofDays(3)),
            Ship.DEFAULT);
  }

  @Test
  void namesAreFree() {
    FleetSettings fleet =
        fleet(
            "logsink.fleet.ports {",
            "  \"port.of call\" { docks = [a], berths { Long { depth = 20 }, short {} } }",
            "}");

    assertThat(fleet.ports().get("port.of call"))
        .isEqualTo(new Port(List.of("a"), Map.of("Long", new Berth(20), "short", new Berth(12))));
  }

  @Test
  void namesThatAreThereByDefaultStay() {
    assertThat(fleet("logsink.fleet.ports { away { docks = [x] } }").ports())
        .containsOnlyKeys("away", "home");
    assertThat(fleet("logsink.fleet.ports { home { berths { a {} } } }").ports())
        .containsOnly(Map.entry("home", new Port(List.of("one"), Map.of("a", Berth.DEFAULT))));
    assertThat(fleet("logsink.fleet.ports { home = null, away = null }"))
        .isEqualTo(FleetSettings.DEFAULT);
  }

  @Test
  void theEnvironmentAndPropertiesCanNameSections() {
    ConfigSources environment =
        ConfigSources.none()
            .withEnvironment(
                Map.of(
                    "LOGSINK_FLEET__PORTS__AWAY__DOCKS", "a,b",
                    "LOGSINK_FLEET__PORTS__AWAY__BERTHS__OLD_ONE__DEPTH", "3"));
    ConfigSources properties =
        ConfigSources.none()
            .withProperties(
                Map.of(
                    "logsink.fleet.ports.away.docks", "a,b",
                    "logsink.fleet.ports.away.berths.old-one.depth", "3"));

    assertThat(List.of(fleet(environment), fleet(properties)))
        .allSatisfy(fleet ->
            assertThat(fleet.ports().get("away"))
                .isEqualTo(new Port(List.of("a", "b"), Map.of("old-one", new Berth(3)))));
  }

  @Test
  void aListCannotBeGivenElsewhereThanInAFile() {
    String problem =
        "logsink.fleet.ships must be a list of sections [{ ... }, { ... }], not %s;"
            + " only a config file can have such a list";

    assertThat(
            problems(
                ConfigSources.none()
                    .withEnvironment(Map.of("LOGSINK_FLEET__SHIPS__0__NAME", "Anna"))))
        .containsExactly(
            "environment variable LOGSINK_FLEET__SHIPS__0__NAME: "
                + problem.formatted("{\"0\":{\"name\":\"Anna\"}}"));
    assertThat(problems(ConfigSources.none().withProperties(Map.of("logsink.fleet.ships", "Anna"))))
        .containsExactly("system property logsink.fleet.ships: " + problem.formatted("\"Anna\""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ships = 5 | logsink.fleet.ships must be a list of sections [{ ... }, { ... }], not 5",
        "ships { a = 1 } | logsink.fleet.ships must be a list of sections [{ ... }, { ... }], not"
            + " {\"a\":1}",
        "ships = [{}, 7] | logsink.fleet.ships[1] must be a section { ... }, not 7",
        "ships = [null] | logsink.fleet.ships[0] must be a section { ... }, not null",
        "ships = [{}, { hul {} }] | unknown key logsink.fleet.ships[1].hul, did you mean hull?; the"
            + " keys here are name, hull, max-age",
        "ships = [{ hull.deck-count = x }] | logsink.fleet.ships[0].hull.deck-count must be a whole"
            + " number of 32 bits, not \"x\"",
        "ships = [{ hull.deck-count = 0 }] | logsink.fleet.ships[0].hull.deck-count must be 1 or"
            + " more, not 0",
        "ships = [{}, {}, { name = Titanic }] | logsink.fleet.ships[2].name must be a name that"
            + " brings no bad luck, not \"Titanic\"",
        "ships = [{}, { max-age = 101d }] | logsink.fleet.ships[1].max-age must be 100 days or"
            + " less, not \"101d\"",
        "ports = 5 | logsink.fleet.ports must be sections by name { NAME { ... } }, not 5",
        "ports.away = 5 | logsink.fleet.ports.away must be a section { ... }, not 5",
        "ports.Far-Away {} | logsink.fleet.ports.Far-Away.docks must be one dock or more, not [],"
            + " its default",
        "ports.\"far.away\" {} | logsink.fleet.ports.\"far.away\".docks must be one dock or more,"
            + " not [], its default",
        "ports.away { dock = [] } | unknown key logsink.fleet.ports.away.dock, did you mean"
            + " docks?; the keys here are docks, berths",
        "ports.home.berths.a.depth = deep | logsink.fleet.ports.home.berths.a.depth must be a whole"
            + " number of 32 bits, not \"deep\"",
        "ship = [] | unknown key logsink.fleet.ship, did you mean ships?; the keys here are flag,"
            + " ships, ports",
      })
  void whatIsWrongInAnElementIsSaidWithItsPlace(String line, String problem) {
    assertThat(problems("logsink.fleet {", line, "}")).contains("my.conf:2: " + problem);
  }

  @Test
  void everythingThatIsWrongAtOnceWithItsLine() {
    assertThat(
            problems(
                "logsink.fleet {",
                "  ships = [",
                "    { name = Titanic",
                "      hull { deck-count = 0 } }",
                "    { max-age = 5 }",
                "  ]",
                "  ports { a { berths { b {",
                "    deepth = 1 } } } }",
                "}"))
        .extracting(problem -> problem.split(" must| did")[0])
        .containsExactly(
            "my.conf:3: logsink.fleet.ships[0].name",
            "my.conf:4: logsink.fleet.ships[0].hull.deck-count",
            "my.conf:5: logsink.fleet.ships[1].max-age",
            "my.conf:7: logsink.fleet.ports.a.docks",
            "my.conf:8: unknown key logsink.fleet.ports.a.berths.b.deepth,");
  }

  @Test
  void listsAreSaidOnALineAndNamesEachOnItsOwn() {
    LogSinkConfig config =
        load(
            fixture.file(
                "logsink.fleet {",
                "  ships = [{ name = Anna }]",
                "  ports.\"a.b\".docks = [x]",
                "}"));

    assertThat(config.effective())
        .filteredOn(setting -> setting.key().startsWith("logsink.fleet."))
        .extracting(setting -> setting.toString().replace(folder + "/", ""))
        .containsExactly(
            "logsink.fleet.flag = \"blue\" # default",
            "logsink.fleet.ships = [{name = \"Anna\", hull = {deck-count = 3, cargo-bytes = 1MiB},"
                + " max-age = 0s}] # my.conf:2",
            "logsink.fleet.ports.\"a.b\".docks = [\"x\"] # my.conf:3",
            "logsink.fleet.ports.home.docks = [\"one\"] # default");
  }

  @Test
  void whatIsInForceIsAConfigThatSaysTheSame() {
    Random random = new Random(SEED);
    for (int round = 0; round < 200; round++) {
      FleetSettings settings = fleet(random);
      String[] printed =
          LogSinkConfig.load(
                  ConfigSources.none().withDefaultBackend("tape"),
                  ConfigFixture.CATALOGUE,
                  Map.of("fleet", settings))
              .effective()
              .stream()
              .map(EffectiveSetting::toString)
              .toArray(String[]::new);

      assertThat(fleet(printed))
          .as("logsink.seed=%d%n%s", SEED, String.join("\n", printed))
          .isEqualTo(settings);
    }
  }

  private static FleetSettings fleet(Random random) {
    List<Ship> ships =
        IntStream.range(0, random.nextInt(4))
            .mapToObj(i ->
                new Ship(
                    text(random),
                    new Hull(1 + random.nextInt(9), random.nextLong(1L << 50)),
                    Duration.ofMillis(random.nextInt(1_000_000))))
            .toList();
    Map<String, Port> ports = new TreeMap<>(FleetSettings.DEFAULT.ports());
    for (int i = random.nextInt(4); i > 0; i--) {
      Map<String, Berth> berths = new TreeMap<>();
      for (int j = random.nextInt(3); j > 0; j--) {
        berths.put(text(random), new Berth(random.nextInt()));
      }
      ports.put(text(random), new Port(List.of(text(random)), berths));
    }
    return new FleetSettings(text(random), ships, new TreeMap<>(ports));
  }

  private static String text(Random random) {
    int length = 1 + random.nextInt(8);
    return random
        .ints(length, ' ', 0x17f)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @Test
  void anElementWithoutDefaultIsAMistakeOfTheProgram() {
    record Bare(int size) {}
    record Crate(List<Bare> things) {}

    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            LogSinkConfig.load(
                ConfigSources.none().withDefaultBackend("tape"),
                ConfigFixture.CATALOGUE,
                Map.of("crate", new Crate(List.of()))))
        .withMessageStartingWith("the component things of ")
        .withMessageEndingWith(
            " has elements without default; add public static final Bare DEFAULT to their class");
  }

  @Test
  void aSectionIsGivenByItsNameAndClass() {
    LogSinkConfig config = load(ConfigSources.none());

    assertThat(config.section("fleet", FleetSettings.class)).isEqualTo(FleetSettings.DEFAULT);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> config.section("fleet", Ship.class))
        .withMessage(
            "there is no section fleet of a %s; name it when you load the config",
            Ship.class.getName());
    assertThatIllegalArgumentException().isThrownBy(() -> config.section("flet", Ship.class));
  }

  @ParameterizedTest
  @CsvSource({"disk", "backend", "routes", "pipeline", "Fleet", "two.words", "''"})
  void aSectionCannotHaveANameThatIsTaken(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            LogSinkConfig.load(
                ConfigSources.none(), ConfigFixture.CATALOGUE, Map.of(name, FleetSettings.DEFAULT)))
        .withMessage(
            "a section cannot be named \"%s\"; take a word such as server that is none of"
                + " backend, routes, pipeline, disk, tape",
            name);
  }

  @Test
  void aSectionOfTheApplicationIsAKeyThatIsKnown() {
    assertThat(problems("logsink.flet {}"))
        .containsExactly(
            "my.conf:1: unknown key logsink.flet, did you mean fleet?;"
                + " the keys here are backend, routes, pipeline, disk, tape, fleet");
    assertThat(fleet(ConfigSources.none().withProperties(Map.of("logsink.fleet.flag", "red"))))
        .extracting(FleetSettings::flag)
        .isEqualTo("red");
  }
}
